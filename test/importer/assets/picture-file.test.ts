import fc from "fast-check";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readPicture } from "../../../importer/assets/picture-file.ts";
import { makePicture } from "./make-pictures.ts";

test.each([
  ["jpeg", "jpg"],
  ["png", "png"],
  ["webp", "webp"],
  ["gif", "gif"],
  ["avif", "avif"],
  ["tiff", "tif"],
] as const)("a %s is recognised by its content, and its asset's id is known", async (format, extension) => {
  const bytes = await makePicture(format);
  const sha1 = createHash("sha1").update(bytes).digest("hex");
  expect(await readPicture(bytes)).toMatchObject({
    kind: "picture",
    picture: { extension, sha1, assetId: `image-${sha1}-6x4-${extension}` },
  });
});

test("a photo that lies on its side has the size that it is shown in", async () => {
  const bytes = await sharp(await makePicture("jpeg"))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const read = await readPicture(bytes);
  expect(read.kind === "picture" && read.picture.assetId).toContain("-4x6-jpg");
});

test.each([
  [
    "an SVG drawing",
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    "it is an SVG drawing",
  ],
  ["a page", Buffer.from("<!doctype html><p>Not found"), "it is not a JPEG"],
  ["nothing", Buffer.alloc(0), "it is not a JPEG"],
  ["the head of a picture alone", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "it is damaged"],
])("%s is refused", async (_, bytes, why) => {
  const read = await readPicture(bytes);
  expect(read).toMatchObject({ kind: "refused", why: expect.stringContaining(why) });
});

test("no bytes make it throw", async () => {
  const heads = [
    "\xff\xd8\xff",
    "\x89PNG\r\n\x1a\n",
    "GIF89a",
    "RIFF0000WEBP",
    "0000ftypavif",
    "II*\0",
    "MM\0*",
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
      expect((await readPicture(Buffer.concat([Buffer.from(head, "latin1"), rest]))).kind).toMatch(
        /refused|picture/,
      );
    }),
    { numRuns: 60 },
  );
});
