import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "blurhash";
import { Hono } from "hono";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LakeEnv } from "../../lake/lake-services.ts";
import { uploadAsset } from "../../lake/routes/assets.ts";
import { errorResponse } from "../../lake/wire/error-body.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";
import { blue, plain, red, twoHalves, white } from "./support/pictures.ts";

let lake: TestLake;
beforeAll(async () => void (lake = await serveTestLake()));
afterAll(() => lake.close());

function sha1(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

/** What the asset folder holds, without the renditions. */
async function stored(): Promise<readonly string[]> {
  const entries = await readdir(lake.services.assetFolder, { recursive: true });
  return entries.filter((entry) => /[^/]+\/[^/]+$/.test(entry) && !entry.includes("renditions"));
}

test("client.assets.upload() writes an image asset whose id follows from its bytes", async () => {
  const bytes = await twoHalves(400, 200);
  const document = await lake.client.assets.upload("image", bytes, {
    filename: "الهدنة.png",
    title: "Title",
    creditLine: "REUTERS/Maxim Shemetov",
    source: { id: "42", name: "photos", url: "https://photos.example/42" },
  });
  const fileName = `${sha1(bytes)}-400x200.png`;
  expect(document).toMatchObject({
    _id: `image-${sha1(bytes)}-400x200-png`,
    _type: "sanity.imageAsset",
    assetId: sha1(bytes),
    sha1hash: sha1(bytes),
    path: `images/copydesk/production/${fileName}`,
    url: `${lake.url}/images/copydesk/production/${fileName}`,
    originalFilename: "الهدنة.png",
    extension: "png",
    mimeType: "image/png",
    size: bytes.byteLength,
    title: "Title",
    creditLine: "REUTERS/Maxim Shemetov",
    source: { id: "42", name: "photos", url: "https://photos.example/42" },
    metadata: {
      dimensions: { width: 400, height: 200, aspectRatio: 2 },
      hasAlpha: false,
      isOpaque: true,
      palette: {
        _type: "sanity.imagePalette",
        vibrant: { background: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      },
    },
  });
  expect(document).not.toHaveProperty("label");
  expect(await readFile(join(lake.services.assetFolder, "production", sha1(bytes), fileName))).toEqual(bytes);
});

test("client.assets.upload() makes a placeholder, a blur hash and a palette that look like the picture", async () => {
  const { metadata } = await lake.client.assets.upload("image", await plain(300, 150, blue));
  const placeholder = Buffer.from(metadata.lqip?.split(",")[1] ?? "", "base64");
  expect(metadata.lqip).toMatch(/^data:image\/jpeg;base64,/);
  expect(await sharp(placeholder).metadata()).toMatchObject({ width: 20, height: 10 });
  const [red = 0, green = 0, blueShare = 0] = decode(metadata.blurHash ?? "", 4, 4);
  expect(blueShare).toBeGreaterThan(200);
  expect(red + green).toBeLessThan(100);
  expect(metadata.palette?.dominant).toEqual({
    _type: "sanity.imagePaletteSwatch",
    background: "#1e1edc",
    foreground: "#fff",
    title: "#fff",
    population: 100,
  });
});

test("client.assets.upload() answers the same bytes with the document it has, whatever their name", async () => {
  const bytes = await plain(10, 10);
  const [first, again] = [
    await lake.client.assets.upload("image", bytes, { filename: "one.png" }),
    await lake.client.assets.upload("image", bytes, { filename: "two.png", label: "new" }),
  ];
  expect(again).toEqual(first);
  const text = Buffer.from("one story");
  const file = await lake.client.assets.upload("file", text, { filename: "story.txt" });
  expect(await lake.client.assets.upload("file", text, { filename: "copy.md" })).toEqual(file);
});

test("client.assets.upload() writes one document when the same bytes arrive at the same time", async () => {
  const bytes = await plain(33, 33);
  const documents = await Promise.all(
    Array.from({ length: 6 }, () => lake.client.assets.upload("image", bytes)),
  );
  expect(new Set(documents.map(({ _rev }) => _rev)).size).toBe(1);
});

test("client.assets.upload() measures a photo as it is displayed, after its EXIF orientation", async () => {
  const sideways = await sharp(await twoHalves(400, 200))
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const document = await lake.client.assets.upload("image", sideways);
  expect(document._id).toMatch(/^image-[a-f0-9]{40}-200x400-jpg$/);
  expect(document.metadata.dimensions).toMatchObject({ width: 200, height: 400, aspectRatio: 0.5 });
});

test("client.assets.upload() measures an SVG by its view box", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 300 100"><rect width="9" height="9"/></svg>';
  const document = await lake.client.assets.upload("image", Buffer.from(svg), {
    contentType: "image/svg+xml",
  });
  expect(document._id).toMatch(/-300x100-svg$/);
  expect(document).toMatchObject({
    mimeType: "image/svg+xml",
    metadata: { hasAlpha: true, isOpaque: false },
  });
});

test.each([
  ["no view box", 'width="30" height="20"', "30x20"],
  ["a view box beyond measure", 'width="30" height="20" viewBox="0 0 1e9 1e9"', "30x20"],
  ["a broken view box", 'width="30" height="20" viewBox="none"', "30x20"],
  ["a fractional view box", "viewBox='0,0,12.6,1.2'", "13x1"],
])("client.assets.upload() measures an SVG with %s", async (_what, attributes, size) => {
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
  const { _id, url } = await lake.client.assets.upload("image", svg);
  expect(_id).toBe(`image-${sha1(svg)}-${size}-svg`);
  expect((await fetch(url)).status).toBe(200);
});

test.each(["jpeg", "webp", "gif", "tiff", "avif", "png"] as const)(
  "client.assets.upload() reads %s, grey or with transparency",
  async (format) => {
    const grey = sharp(await twoHalves(40, 20)).grayscale();
    const document = await lake.client.assets.upload("image", await grey.toFormat(format).toBuffer());
    expect(document.metadata).toMatchObject({ dimensions: { width: 40, height: 20 }, isOpaque: true });
    // Neither JPEG nor the JPEG that sharp puts into a TIFF holds transparency.
    if (format === "jpeg" || format === "tiff") return;
    const transparent = { r: 0, g: 255, b: 0, alpha: 0.2 };
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: transparent } });
    const seeThrough = await lake.client.assets.upload("image", await clear.toFormat(format).toBuffer());
    expect(seeThrough.metadata).toMatchObject({ hasAlpha: true, isOpaque: false });
  },
);

test("client.assets.upload() extracts only the metadata that was asked for", async () => {
  const only = await lake.client.assets.upload("image", await plain(11, 12), { extract: ["lqip"] });
  expect(Object.keys(only.metadata).sort()).toEqual(["_type", "dimensions", "hasAlpha", "isOpaque", "lqip"]);
  const none = await lake.client.assets.upload("image", await plain(12, 11), { extract: [] });
  expect(Object.keys(none.metadata).sort()).toEqual(["_type", "dimensions", "hasAlpha", "isOpaque"]);
});

test("client.assets.upload() takes the type of a file from the client, or else from its name", async () => {
  const upload = (text: string, options: object) =>
    lake.client.assets.upload("file", Buffer.from(text), options);
  expect(await upload("a", { filename: "a.PDF" })).toMatchObject({
    _id: `file-${sha1(Buffer.from("a"))}-pdf`,
    _type: "sanity.fileAsset",
    mimeType: "application/pdf",
  });
  expect(await upload("b", { filename: "b.x", contentType: "text/x-story" })).toMatchObject({
    mimeType: "text/x-story",
  });
  expect(await upload("c", { filename: "../../etc/passwd" })).toMatchObject({ extension: "bin" });
  expect(await upload("d", {})).toMatchObject({ extension: "bin", mimeType: "application/octet-stream" });
});

test.each([
  ["text", Buffer.from("not a picture")],
  ["nothing", Buffer.alloc(0)],
  ["a format without a decoder", Buffer.from("8BPS\0\u0001 a Photoshop file")],
])("client.assets.upload() refuses %s as an image, and leaves nothing behind", async (_what, bytes) => {
  const before = await stored();
  const upload = lake.client.assets.upload("image", bytes);
  await expect(upload).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining("Invalid image, could not read metadata"),
  });
  expect(await stored()).toEqual(before);
});

test("client.assets.upload() says of a HEIC photo what it is, and what to do", async () => {
  const heic = Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1");
  await expect(lake.client.assets.upload("image", heic)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(/Invalid image, could not read metadata: HEIC .* JPEG/),
  });
});

test.each(["gif", "webp"] as const)(
  "client.assets.upload() keeps an animated %s as it is, and says that it moves",
  async (format) => {
    const frames = await Promise.all([blue, red, white].map((color) => plain(40, 24, color)));
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const { _id, url, metadata } = await lake.client.assets.upload("image", bytes);
    expect(_id).toBe(`image-${sha1(bytes)}-40x24-${format}`);
    expect(metadata).toMatchObject({
      isAnimated: true,
      frameCount: 3,
      dimensions: { width: 40, height: 24 },
    });
    const served = await fetch(url);
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
    const still = await lake.client.assets.upload("image", await sharp(bytes).toFormat(format).toBuffer());
    expect(still.metadata).not.toHaveProperty("isAnimated");
    expect(still.metadata).not.toHaveProperty("frameCount");
  },
);

test("client.assets.upload() refuses a photo that ends half-way", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 50 } as const;
  const photo = await sharp({ create: { width: 200, height: 200, channels: 3, background: blue, noise } })
    .jpeg()
    .toBuffer();
  const upload = lake.client.assets.upload("image", photo.subarray(0, photo.byteLength / 2));
  await expect(upload).rejects.toMatchObject({ statusCode: 400 });
});

test.each([
  ["announced", { "content-length": "1001" }],
  ["counted", {}],
])("POST /assets refuses an upload above the limit with 413, %s", async (_how, headers) => {
  const before = await stored();
  const app = new Hono<LakeEnv>()
    .post("/assets/:kind/:dataset", uploadAsset(lake.services, { maxBytes: 1000 }))
    .onError((error) => errorResponse(error, () => undefined));
  const body = Buffer.alloc(1001);
  const response = await app.request("/assets/files/production", { method: "POST", body, headers });
  expect([response.status, await response.json()]).toEqual([
    413,
    expect.objectContaining({ message: expect.stringContaining("1000 bytes") }),
  ]);
  expect(await stored()).toEqual(before);
});

test("POST /assets to an unknown dataset answers 404", async () => {
  const elsewhere = lake.client.withConfig({ dataset: "elsewhere" });
  await expect(elsewhere.assets.upload("file", Buffer.from("x"))).rejects.toMatchObject({ statusCode: 404 });
});

test("POST /assets commits the document only once the bytes are in place", async () => {
  const present: boolean[] = [];
  const unsubscribe = lake.services.dataset("production").subscribe(({ changes }) => {
    for (const { after } of changes) {
      const path = String(after?.["path"]).replace("files/copydesk/", "");
      const [dataset = "", fileName = ""] = path.split("/");
      const [hash = ""] = fileName.split(".");
      present.push(existsSync(join(lake.services.assetFolder, dataset, hash, fileName)));
    }
  });
  await lake.client.assets.upload("file", Buffer.from("in order"), { filename: "order.txt" });
  unsubscribe();
  expect(present).toEqual([true]);
});

test("POST /assets leaves nothing of an upload whose client hung up", async () => {
  const before = await stored();
  const sending = request(`${lake.url}/v1/assets/files/production`, {
    method: "POST",
    headers: { "content-length": "1000" },
  });
  const failed = once(sending, "error");
  sending.write("only the beginning");
  await expect.poll(stored).toHaveLength(before.length + 1);
  sending.destroy(new Error("hung up"));
  await failed;
  await expect.poll(stored).toEqual(before);
  await expect.poll(() => lake.logged.join()).not.toContain("bug");
});

test("an upload after a restart clears away what a crash or a delete left, and nothing else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assets-"));
  const assets = join(folder, "assets", "production");
  const first = await serveTestLake(folder);
  const kept = await first.client.assets.upload("image", await plain(5, 5), { filename: "kept.png" });
  const gone = await first.client.assets.upload("file", Buffer.from("gone"), { filename: "gone.txt" });
  await first.client.delete(gone._id);
  await first.close();
  await writeFile(join(assets, "incoming", "cut-off"), "half a fi");

  const second = await serveTestLake(folder);
  await second.client.assets.upload("file", Buffer.from("new"), { filename: "new.txt" });
  expect((await readdir(assets)).sort()).toEqual(
    [kept.sha1hash, sha1(Buffer.from("new")), "incoming"].sort(),
  );
  expect(await readdir(join(assets, "incoming"))).toEqual([]);
  const path = new URL(kept.url).pathname;
  expect((await fetch(second.url + path)).status).toBe(200);
  await second.close();
  await rm(folder, { recursive: true });
});
