import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PictureStore } from "../../../importer/assets/picture-store.ts";
import { PictureSupply } from "../../../importer/assets/picture-supply.ts";
import { openConnection } from "../../../importer/lake-connection/open-connection.ts";
import type { ParsedPicture } from "../../../importer/parse/parsed-story.ts";
import { runContext } from "../../../importer/run-context.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { makePicture } from "./make-pictures.ts";

const picture = (from: { file?: string; url?: string }): ParsedPicture => ({
  altTexts: [],
  captions: [],
  sources: [],
  people: [],
  ...from,
});

async function pictureFolder() {
  const root = await mkdtemp(join(tmpdir(), "supply-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, "img"));
  const photo = await makePicture("jpeg");
  await writeFile(join(root, "img/a.jpg"), photo);
  await writeFile(join(root, "img/same.jpg"), photo);
  await writeFile(join(root, "img/b.png"), await makePicture("png", "red"));
  await writeFile(join(root, "img/c.svg"), "<svg/>");
  return { root, input: join(root, "story.txt") };
}

const named = ["img/a.jpg", "img/b.png", "img/same.jpg", "img/c.svg", "img/missing.jpg", "../../x.jpg"].map(
  (file) => picture({ file }),
);

test("files that stories name are uploaded once per content, and never in a second import", async () => {
  await using lake = await openTestLake();
  const place = await pictureFolder();
  const first = await new PictureSupply({
    store: new PictureStore(openConnection(lake.client, runContext())),
  }).supply(named, place);
  expect(first.uploaded).toBe(2);
  const [a, b, same, ...refused] = first.assetIds;
  expect(a).toMatch(/^image-[0-9a-f]{40}-6x4-jpg$/);
  expect(b).toMatch(/^image-[0-9a-f]{40}-6x4-png$/);
  expect(same).toBe(a);
  expect(refused).toEqual([undefined, undefined, undefined]);
  expect(first.problems.map(({ code, path, message }) => [code, path, message.split(": ")[1]])).toEqual([
    ["image-not-read", "pictures[3]", "it is an SVG drawing"],
    ["image-not-read", "pictures[4]", "there is no such file"],
    ["image-not-read", "pictures[5]", "it is outside the imported folder"],
  ]);
  const stored = await lake.client.fetch<unknown>(
    '*[_type == "sanity.imageAsset"] | order(extension) {_id, originalFilename, mimeType}',
  );
  expect(stored).toEqual([
    { _id: a, originalFilename: "a.jpg", mimeType: "image/jpeg" },
    { _id: b, originalFilename: "b.png", mimeType: "image/png" },
  ]);

  const second = await new PictureSupply({
    store: new PictureStore(openConnection(lake.client, runContext())),
  }).supply(named, place);
  expect(second).toEqual({ ...first, uploaded: 0 });
});

test("a dry run uploads nothing, and knows the ids that the pictures would get", async () => {
  await using lake = await openTestLake();
  const place = await pictureFolder();
  const dry = await new PictureSupply({
    store: new PictureStore(openConnection(lake.client, runContext({ dryRun: true }))),
  }).supply(named, place);
  expect(await lake.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(0);
  const real = await new PictureSupply({
    store: new PictureStore(openConnection(lake.client, runContext())),
  }).supply(named, place);
  expect(dry).toEqual({ ...real, uploaded: 0 });
});

test("a picture that the lake does not take is a problem of that picture", async () => {
  await using lake = await openTestLake();
  const place = await pictureFolder();
  lake.intercept((request) =>
    request.url.includes("/assets/")
      ? Response.json({ error: "Full", message: "no space" }, { status: 413 })
      : undefined,
  );
  const { assetIds, problems } = await new PictureSupply({
    store: new PictureStore(openConnection(lake.client, runContext())),
  }).supply([picture({ file: "img/a.jpg" })], place);
  expect(assetIds).toEqual([undefined]);
  expect(problems.map(({ code }) => code)).toEqual(["image-not-uploaded"]);
});

test("a story that is no file of its own reads no files", async () => {
  await using lake = await openTestLake();
  const supply = new PictureSupply({ store: new PictureStore(openConnection(lake.client, runContext())) });
  expect(await supply.supply(named, undefined)).toEqual({
    assetIds: named.map(() => undefined),
    problems: [],
    uploaded: 0,
  });
});

test("pictures on the web are fetched only if that is asked for, once each, and few at a time", async () => {
  await using lake = await openTestLake();
  const photo = await makePicture("webp");
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.headers["if-none-match"] === '"v1"') {
      open += 1;
      setTimeout(() => {
        open -= 1;
        response.writeHead(304).end();
      }, 10);
      return;
    }
    most = Math.max(most, ++open);
    setTimeout(() => {
      open -= 1;
      response
        .writeHead(200, { "content-type": "image/webp" })
        .end(request.url === "/x" ? "no picture" : photo);
    }, 10);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const at = (path: string): ParsedPicture => picture({ url: `http://127.0.0.1:${port}${path}` });
  const pictures = [at("/1"), at("/2"), at("/3"), at("/4"), at("/1"), at("/x"), at("/known")];
  const store = new PictureStore(openConnection(lake.client, runContext()));

  const without = await new PictureSupply({ store }).supply(pictures, undefined);
  expect([without.assetIds.filter(Boolean), without.problems, asked]).toEqual([[], [], []]);

  const refused = await new PictureSupply({ store, fetch: {} }).supply(pictures.slice(0, 1), undefined);
  expect(refused.problems.map(({ code }) => code)).toEqual(["image-not-fetched"]);
  expect(asked).toEqual([]);

  const supply = new PictureSupply({
    store,
    fetch: { mayConnect: () => true, morePorts: new Set([port]) },
    knownAsset: async (url) =>
      url.endsWith("/known") ? { assetId: "image-known", validator: '"v1"' } : undefined,
  });
  const { assetIds, problems, uploaded } = await supply.supply(pictures, undefined);
  expect(new Set(assetIds.slice(0, 5)).size, "all have the same content").toBe(1);
  expect(assetIds.slice(5)).toEqual([undefined, "image-known"]);
  expect(problems.map(({ code, path }) => [code, path])).toEqual([["image-not-fetched", "pictures[5]"]]);
  expect(uploaded).toBe(1);
  expect(asked.toSorted(), "a known one is asked for by its version").toEqual([
    "/1",
    "/2",
    "/3",
    "/4",
    "/known",
    "/x",
  ]);
  expect(most).toBe(2);
});
