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
  ["nothing", Buffer.alloc(0), "it is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image but an empty file"],
  ["a download of zeros", Buffer.alloc(5_000), "but a file of nothing but zeros"],
  ["an error page", Buffer.from("\n<!-- 404 --><html><body><svg></svg>Not found"), "but a web page"],
  [
    "a HEIC photo",
    Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1"),
    "but a HEIC photo: save it as JPEG",
  ],
  ["a film", Buffer.from("\0\0\0\u0018ftypisom\0\0\0\0", "latin1"), "but a film"],
  ["a camera's raw photo", Buffer.from("II*\0\u0010\0\0\0CR\u0002\0", "latin1"), "but a camera's raw photo"],
  ["a document", Buffer.from("%PDF-1.7"), "but a PDF document"],
  ["an answer in JSON", Buffer.from('{"error": "gone"}'), "but a JSON document"],
  ["an answer in XML", Buffer.from('<?xml version="1.0"?><Error/>'), "but an XML document"],
  ["a pointer", Buffer.from("version https://git-lfs.github.com/spec/v1\noid"), "but a Git LFS pointer"],
  ["a message", Buffer.from("Access denied."), "but a text file"],
  ["the head of a picture alone", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "it is damaged"],
])("%s is refused", async (_, bytes, why) => {
  const read = await readPicture(bytes);
  expect(read).toMatchObject({ kind: "refused", why: expect.stringContaining(why) });
});

test.each(["jpeg", "png", "webp", "gif", "avif", "tiff"] as const)(
  "a %s that was cut off is refused as damaged, wherever it ends",
  async (format) => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const whole = await sharp({
      create: { width: 600, height: 400, channels: 3, background: "white", noise },
    })
      .toFormat(format)
      .toBuffer();
    expect(await readPicture(whole)).toMatchObject({ kind: "picture" });
    for (const part of [0.2, 0.5, 0.95]) {
      const read = await readPicture(whole.subarray(0, Math.floor(whole.length * part)));
      expect(read).toMatchObject({
        kind: "refused",
        why: expect.stringMatching(/^it is damaged: .* missing/),
      });
    }
  },
);

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
