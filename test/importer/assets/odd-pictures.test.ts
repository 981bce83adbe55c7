import sharp from "sharp";
import { expect, test } from "vitest";
import { readPicture } from "../../../importer/assets/picture-file.ts";
import { runImport } from "../../../importer/index.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { storyFolder } from "../../support/story-folder.ts";
import { makePicture } from "./make-pictures.ts";

const itemWith = (file: string): string =>
  JSON.stringify({
    uri: "urn:harbour:n1",
    type: "text",
    pubstatus: "usable",
    language: "en",
    headline: "Board rebuilds the quay",
    body_html: "<p>The harbour board voted on Monday to rebuild the eastern quay, closed since March.</p>",
    associations: {
      featuremedia: {
        uri: "urn:harbour:p1",
        type: "picture",
        description_text: "The quay",
        renditions: { original: { href: file } },
      },
    },
  });

/** Imports a story with one picture file; the asset that its image shows, and what is said of the picture. */
async function importPicture(file: string, bytes: Uint8Array) {
  await using lake = await openTestLake();
  await using folder = await storyFolder({ "a.json": itemWith(file), [file]: bytes });
  const { problems, counts } = await runImport({ inputs: [folder.path], client: lake.client });
  const asset: unknown = await lake.client.fetch(
    '*[_type == "newsImage"][0].asset.asset->{_id, extension, mimeType, "size": metadata.dimensions, "frames": metadata.frameCount}',
  );
  expect(counts, "a bad picture costs no story").toMatchObject({ created: 1, failed: 0 });
  return {
    asset,
    problems: problems
      .filter(({ code }) => code.startsWith("image-"))
      .map(({ code, message }) => `${code}: ${message}`),
  };
}

test("a picture under a wrong extension goes in as what it is", async () => {
  const { asset, problems } = await importPicture("quay.jpg", await makePicture("png"));
  expect(asset).toMatchObject({ extension: "png", mimeType: "image/png" });
  expect(problems).toEqual([]);
});

const frames = await Promise.all(["red", "blue"].map((color) => makePicture("png", color)));
const whole = await sharp({
  create: {
    width: 300,
    height: 200,
    channels: 3,
    background: "white",
    noise: { type: "gaussian", mean: 128, sigma: 40 },
  },
})
  .jpeg()
  .toBuffer();

test.each([
  [
    "an animated GIF",
    "gif",
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  ],
  [
    "an animated WebP",
    "webp",
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  ],
] as const)("%s goes in as it is, and its asset says that it moves", async (_, extension, bytes) => {
  const { asset, problems } = await importPicture(`quay.${extension}`, bytes);
  expect(asset).toMatchObject({ extension, frames: 2, size: { width: 6, height: 4 } });
  expect(problems).toEqual([]);
});

test.each([
  [
    "a photo that lies on its side",
    await sharp(await makePicture("jpeg"))
      .withMetadata({ orientation: 6 })
      .toBuffer(),
    [4, 6],
  ],
  [
    "a photo in printers' colours",
    await sharp(await makePicture("png"))
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer(),
    [6, 4],
  ],
  ["an AVIF", await makePicture("avif"), [6, 4]],
] as const)(
  "%s has an asset of the id that a dry run told, and of the size that it is shown in",
  async (_, bytes, size) => {
    const { asset, problems } = await importPicture("quay.jpg", bytes);
    const read = await readPicture(bytes);
    expect(asset).toMatchObject({
      _id: read.kind === "picture" ? read.picture.assetId : "",
      size: { width: size[0], height: size[1] },
    });
    expect(problems).toEqual([]);
  },
);

test.each([
  ["an empty file", new Uint8Array(), "an empty file"],
  ["an error page", Buffer.from("<!DOCTYPE html><title>404</title>"), "a web page"],
  ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "an SVG drawing"],
  [
    "a HEIC photo",
    Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1"),
    "HEIC photo: save it as JPEG",
  ],
  ["half a photo", whole.subarray(0, whole.length / 2), "the end of the file is missing"],
])("%s under a picture's name is a problem that says so", async (_, bytes, why) => {
  const { asset, problems } = await importPicture("quay.jpg", bytes);
  expect(asset).toBeNull();
  expect(problems).toEqual([
    expect.stringMatching(/^image-not-read: Cannot import the picture "quay.jpg": it is /),
  ]);
  expect(problems[0]).toContain(why);
});
