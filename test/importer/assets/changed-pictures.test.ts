import { execFileSync } from "node:child_process";
import { utimesSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { SanityClient } from "@sanity/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { openJournal, runImport } from "../../../importer/index.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { storyFolder } from "../../support/story-folder.ts";
import { makePicture } from "./make-pictures.ts";

const item = (headline = "Board rebuilds the quay"): string =>
  JSON.stringify({
    uri: "urn:harbour:n1",
    type: "text",
    pubstatus: "usable",
    language: "en",
    headline,
    body_html:
      "<p>The harbour board voted on Monday to rebuild the eastern quay, closed since the storm in March.</p>",
    associations: {
      featuremedia: {
        uri: "urn:harbour:p1",
        type: "picture",
        description_text: "The quay",
        byline: "Lea Moor",
        renditions: { original: { href: "img/quay.jpg", width: 6, height: 4 } },
      },
    },
  });
const feed = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour</title><item><title>Board rebuilds the quay</title><guid isPermaLink="false">https://harbour.example/a/b/1</guid><description>The harbour board voted on Monday to rebuild the eastern quay, closed since the storm in March.</description><media:content url="img/quay.jpg" medium="image"/></item></channel></rss>`;

const imageQuery =
  '*[_type == "newsImage"] | order(_id) {_id, "file": asset.asset->originalFilename, "asset": asset.asset._ref}';
const images = (client: SanityClient): Promise<{ _id: string; asset: string | null }[]> =>
  client.fetch(imageQuery);
const imageOf = async (client: SanityClient): Promise<{ _id: string; asset: string | null }> => {
  const [found] = await images(client);
  if (found === undefined) throw new Error("there is no image");
  return found;
};

test.each([
  ["a story in a file of its own", { "a.json": item() }],
  ["a story in a feed", { "feed.xml": feed }],
])("a picture file that was replaced under its name goes in, with %s", async (_, files) => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({ ...files, "img/quay.jpg": await makePicture("jpeg", "red") });
  const run = () => runImport({ inputs: [folder.path], client: lake.client });
  await run();
  const before = await imageOf(lake.client);
  expect(before.asset).not.toBeNull();

  expect((await run()).counts).toMatchObject({ unchanged: 1, updated: 0 });
  await folder.write({ "img/quay.jpg": await makePicture("jpeg", "blue") });
  expect((await run()).counts).toMatchObject({ unchanged: 0, updated: 1 });
  const after = await imageOf(lake.client);
  expect(after._id).toBe(before._id);
  expect(after.asset).toMatch(/^image-/);
  expect(after.asset).not.toBe(before.asset);
  expect((await run()).counts).toMatchObject({ unchanged: 1, updated: 0 });
});

test("a journal notices a changed picture beside a story that did not change, and opens no picture that did not", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({
    "a.json": item(),
    "feed.xml": feed.replaceAll("quay.jpg", "pier.jpg").replace("rebuilds the quay", "closes the pier"),
    "img/quay.jpg": await makePicture("jpeg", "red"),
    "img/pier.jpg": await makePicture("jpeg", "green"),
  });
  const journalPath = join(folder.path, ".journal.sqlite");
  const digests: string[] = [];
  const run = async () => {
    const journal = openJournal(journalPath, "one");
    try {
      const putDigest: typeof journal.putDigest = (path, ...rest) => {
        digests.push(path.split("/").at(-1) ?? "");
        journal.putDigest(path, ...rest);
      };
      return (
        await runImport({ inputs: [folder.path], client: lake.client, journal: { ...journal, putDigest } })
      ).counts;
    } finally {
      journal.close();
    }
  };
  // The state of a file is sure when it is two seconds old.
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const settle = () => vi.setSystemTime(Date.now() + 10_000);
  settle();
  await run();
  expect(digests.toSorted()).toEqual(["pier.jpg", "quay.jpg"]);
  expect(await run()).toMatchObject({ unchanged: 2 });
  expect(digests, "nothing is read again").toHaveLength(2);

  utimesSync(join(folder.path, "img/quay.jpg"), 1_700_000_000, 1_700_000_000);
  settle();
  expect(await run(), "only touched").toMatchObject({ unchanged: 2 });
  expect(digests.slice(2)).toEqual(["quay.jpg"]);

  const before = await images(lake.client);
  await folder.write({
    "img/quay.jpg": await makePicture("jpeg", "blue"),
    "img/pier.jpg": await makePicture("jpeg", "black"),
  });
  expect(await run()).toMatchObject({ updated: 2, unchanged: 0 });
  const after = await images(lake.client);
  expect(after.map(({ _id }) => _id)).toEqual(before.map(({ _id }) => _id));
  for (const [index, { asset }] of after.entries()) expect(asset).not.toBe(before[index]?.asset);
  settle();
  await run();
  expect(await run()).toMatchObject({ unchanged: 2 });
});

test("a picture that is missing, then there, then gone again comes in and stays", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({ "a.json": item() });
  const run = async (headline?: string) => {
    if (headline !== undefined) await folder.write({ "a.json": item(headline) });
    return runImport({ inputs: [folder.path], client: lake.client });
  };
  expect((await run()).problems.map(({ code }) => code)).toContain("image-not-read");
  await folder.write({ "img/quay.jpg": await makePicture("jpeg", "red") });
  expect((await run()).counts).toMatchObject({ updated: 1 });
  const { asset } = await imageOf(lake.client);
  expect(asset).toMatch(/^image-/);
  await folder.remove("img/quay.jpg");
  const last = await run("Board rebuilds the whole quay");
  expect(last.problems.map(({ code }) => code)).toContain("image-not-read");
  expect((await imageOf(lake.client)).asset, "what cannot be read now is no reason to take it away").toBe(
    asset,
  );
});

test.each([[true], [false]])(
  "a changed picture goes where the story's changes go: published %s",
  async (publish) => {
    await using lake = await openTestLake();
    await using folder = await storyFolder({
      "a.json": item(),
      "img/quay.jpg": await makePicture("jpeg", "red"),
    });
    await runImport({ inputs: [folder.path], client: lake.client, publish: true });
    const before = await imageOf(lake.client);
    expect(before._id).not.toContain("drafts.");
    await folder.write({ "img/quay.jpg": await makePicture("jpeg", "blue") });
    await runImport({ inputs: [folder.path], client: lake.client, publish });
    const after = await images(lake.client);
    const [published, draft] = [before._id, `drafts.${before._id}`].map((id) =>
      after.find(({ _id }) => _id === id),
    );
    if (publish) {
      expect(published?.asset).not.toBe(before.asset);
      expect(draft).toBeUndefined();
    } else {
      expect(published, "readers see no change that nobody published").toEqual(before);
      expect(draft?.asset).toMatch(/^image-/);
      expect(draft?.asset).not.toBe(before.asset);
    }
  },
);

test("a pipe that has a picture's name is not waited for", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({ "a.json": item(), "img/.keep": "" });
  execFileSync("mkfifo", [join(folder.path, "img/quay.jpg")]);
  const { counts, problems } = await runImport({ inputs: [folder.path], client: lake.client });
  expect(counts).toMatchObject({ created: 1 });
  expect(problems.map(({ code }) => code)).toContain("image-not-read");
});

test("an asset that an editor has put in a picture's place stays, and the changed file is a suggestion", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({
    "a.json": item(),
    "img/quay.jpg": await makePicture("jpeg", "red"),
  });
  const run = () => runImport({ inputs: [folder.path], client: lake.client });
  await run();
  const before = await imageOf(lake.client);
  const other = await lake.client.assets.upload("image", await makePicture("png", "white"));
  await lake.client.patch(before._id).set({ "asset.asset._ref": other._id }).commit();
  await folder.write({ "img/quay.jpg": await makePicture("jpeg", "blue") });
  const report = await run();
  expect(report.counts).toMatchObject({ suggested: 1 });
  expect((await imageOf(lake.client)).asset).toBe(other._id);
  expect(report.problems.filter(({ code }) => code === "suggestion")).toHaveLength(1);
  expect((await run()).counts).toMatchObject({ unchanged: 1 });
  expect((await imageOf(lake.client)).asset).toBe(other._id);
});

test("a crop that an editor has made stays on the picture that took its place", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({
    "a.json": item(),
    "img/quay.jpg": await makePicture("jpeg", "red"),
  });
  const run = () => runImport({ inputs: [folder.path], client: lake.client });
  await run();
  const before = await imageOf(lake.client);
  const crop = { _type: "sanity.imageCrop", top: 0.1, bottom: 0, left: 0, right: 0 };
  await lake.client.patch(before._id).set({ "asset.crop": crop }).commit();
  await folder.write({ "img/quay.jpg": await makePicture("jpeg", "blue") });
  expect((await run()).counts).toMatchObject({ merged: 1 });
  expect((await imageOf(lake.client)).asset).not.toBe(before.asset);
  expect(await lake.client.fetch("*[_id == $id][0].asset.crop", { id: before._id })).toEqual(crop);
});

/** A server of one picture that can be replaced, with or without names for its versions. */
async function pictureServer(versions: "tagged" | "dated" | "nameless") {
  let bytes: Buffer | undefined;
  let version = 0;
  const answers: number[] = [];
  const server = createServer(({ headers }, response) => {
    const name = versions === "tagged" ? `"v${version}"` : new Date(version * 86_400_000).toUTCString();
    const condition = versions === "tagged" ? headers["if-none-match"] : headers["if-modified-since"];
    const status = bytes === undefined ? 404 : versions !== "nameless" && condition === name ? 304 : 200;
    answers.push(status);
    response.writeHead(status, {
      "content-type": "image/jpeg",
      ...(versions === "tagged" ? { etag: name } : versions === "dated" ? { "last-modified": name } : {}),
    });
    response.end(status === 200 ? bytes : undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/quay.jpg`,
    fetchFrom: { mayConnect: () => true, morePorts: new Set([port]) },
    /** The statuses of the answers since the last call. */
    answered: () => answers.splice(0),
    show(next: Buffer | undefined) {
      bytes = next;
      version += 1;
    },
  };
}

test.each([
  ["tagged", 304],
  ["dated", 304],
  ["nameless", 200],
] as const)("a picture that was replaced under its address goes in: %s", async (versions, unchanged) => {
  await using lake = await openTestLake();
  const server = await pictureServer(versions);
  await using folder = await storyFolder({ "a.json": item().replace("img/quay.jpg", server.url) });
  const run = async (fetchImages = true) => {
    const { fetchFrom } = server;
    return (await runImport({ inputs: [folder.path], client: lake.client, fetchImages, fetchFrom })).counts;
  };
  expect(await run(), "a picture that cannot be had yet").toMatchObject({ created: 1 });
  server.answered();
  server.show(await makePicture("jpeg", "red"));
  expect(await run()).toMatchObject({ updated: 1 });
  const before = await imageOf(lake.client);
  expect(before.asset).toMatch(/^image-/);
  expect(server.answered()).toEqual([200]);
  const mutations = lake.requests.get("mutate");
  expect(await run()).toMatchObject({ unchanged: 1 });
  expect(server.answered()).toEqual([unchanged]);
  expect(lake.requests.get("mutate")).toBe(mutations);

  server.show(await makePicture("jpeg", "blue"));
  expect(await run(false), "nothing is asked unless it is told to").toMatchObject({ unchanged: 1 });
  expect(server.answered()).toEqual([]);
  expect(await run()).toMatchObject({ updated: 1 });
  expect(server.answered()).toEqual([200]);
  const after = await imageOf(lake.client);
  expect(after).toMatchObject({ _id: before._id, asset: expect.stringMatching(/^image-/) });
  expect(after.asset).not.toBe(before.asset);

  server.show(undefined);
  await folder.write({ "a.json": item("Board rebuilds the whole quay").replace("img/quay.jpg", server.url) });
  expect(await run()).toMatchObject({ updated: 1 });
  expect(await imageOf(lake.client), "what is gone from the web stays").toEqual(after);
  await folder.write({ "a.json": item("Board rebuilds half the quay").replace("img/quay.jpg", server.url) });
  await run(false);
  expect(await imageOf(lake.client), "so does what is not asked for").toEqual(after);
});

test("an asset that an editor has put in the place of a picture on the web stays when the picture changes", async () => {
  await using lake = await openTestLake();
  const server = await pictureServer("tagged");
  server.show(await makePicture("jpeg", "red"));
  await using folder = await storyFolder({ "a.json": item().replace("img/quay.jpg", server.url) });
  const { fetchFrom } = server;
  const run = () => runImport({ inputs: [folder.path], client: lake.client, fetchImages: true, fetchFrom });
  await run();
  const { _id } = await imageOf(lake.client);
  const other = await lake.client.assets.upload("image", await makePicture("png", "white"));
  await lake.client.patch(_id).set({ "asset.asset._ref": other._id }).commit();
  expect((await run()).counts).toMatchObject({ unchanged: 1 });
  server.show(await makePicture("jpeg", "blue"));
  expect((await run()).counts).toMatchObject({ suggested: 1 });
  expect((await imageOf(lake.client)).asset).toBe(other._id);
  expect((await run()).counts).toMatchObject({ unchanged: 1 });
});
