import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type ImportReport, openJournal } from "../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";

const fixtures = join(import.meta.dirname, "parse/formats/fixtures");

openForEachTest();

const articles = <T>(projection: string): Promise<T[]> =>
  lake.client.fetch<T[]>(`*[_type == "article"]${projection} | order(@)`);

/** Copies the inputs of the fixtures, without the results that stand beside them. */
async function copyFixtures(): Promise<number> {
  let count = 0;
  for (const format of await readdir(fixtures)) {
    for (const name of await readdir(join(fixtures, format))) {
      if (/\.(?:expected|gold|mapping)\.\w+$/.test(name)) continue;
      await cp(join(fixtures, format, name), join(folder.path, format, name));
      count += 1;
    }
  }
  return count;
}

test("runImport() reads every format side by side, twice without a second write, with and without a journal", async () => {
  const files = await copyFixtures();
  const journalPath = join(folder.path, ".journal.sqlite");
  const withJournal = async (): Promise<ImportReport> => {
    const journal = openJournal(journalPath, "test");
    const report = await importFolder({ journal });
    journal.close();
    return report;
  };
  const first = await withJournal();
  expect(first.counts.created).toBeGreaterThanOrEqual(files);
  const mutations = lake.requests.get("mutate");
  for (const second of [await withJournal(), await importFolder()]) {
    expect(second.counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: first.counts.created,
      failed: first.counts.failed,
    });
    expect(lake.requests.get("mutate")).toBe(mutations);
  }
});

test("runImport() knows a story by its address in whatever feed, page or archive it stands", async () => {
  const item = (title: string): string =>
    `<item><title>${title}</title><link>https://echo.example/pier?utm_source=rss</link>` +
    "<description>The pier has been closed since the storm, and nobody knows for how long.</description></item>";
  const feed = (...items: string[]): string =>
    `<rss version="2.0"><channel><title>Echo</title>${items.join("")}</channel></rss>`;
  await folder.write({ "monday/top.xml": feed(item("Pier closed")) });
  await importFolder();
  await folder.remove("monday/top.xml");
  await folder.write({ "tuesday/world.xml.gz": gzipSync(feed(item("Pier closed for months"))) });
  const report = await importFolder();
  expect(report.stories.map(({ outcome }) => outcome)).toEqual(["updated"]);
  expect(await articles("{headline, canonicalUrl}")).toEqual([
    { headline: "Pier closed for months", canonicalUrl: "https://echo.example/pier" },
  ]);
});

test("runImport() tells stories of a feed apart that have neither address nor id", async () => {
  const feed = (titles: readonly string[]): string =>
    `<rss version="2.0"><channel><title>Echo</title>${titles
      .map(
        (title) =>
          `<item><title>${title}</title><description>${title}, says the council.</description></item>`,
      )
      .join("")}</channel></rss>`;
  await folder.write({ "a.xml": feed(["Bridge opens", "Tunnel opens"]) });
  await importFolder();
  await folder.write({ "a.xml": feed(["Ferry sails", "Bridge opens", "Tunnel opens"]) });
  expect((await importFolder()).counts).toMatchObject({ read: 3, created: 1, unchanged: 2 });
});

test("runImport() uploads the pictures that a page names, once, and takes up one that is supplied later", async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();
  const page = (name: string): string =>
    `<!DOCTYPE html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>` +
    `<figure><img src="img/pier.png" alt="The pier"><figcaption>The pier on Monday (Reuters)</figcaption></figure>` +
    "<p>The pier has been closed since the storm, and nobody knows for how long it will stay so.</p>" +
    "<p>The council meets on Friday, and the harbour master wants to be heard before it decides.</p></article></body></html>";
  await folder.write({ "a.html": page("Pier closed"), "b.html": page("Pier stays closed") });
  const first = await importFolder();
  expect(first.problems.map(({ code }) => code)).toContain("image-not-read");
  await folder.write({ "img/pier.png": picture });
  expect((await importFolder()).counts).toMatchObject({ updated: 2 });
  const assets = await lake.client.fetch<string[]>('*[_type == "newsImage"].asset.asset._ref');
  expect(assets).toHaveLength(2);
  expect(new Set(assets).size).toBe(1);
  expect(await lake.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1);
  const requests = lake.requests.get("other");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 2 });
  expect(lake.requests.get("other")).toBe(requests);
});

test("runImport() with publish publishes a story whose image has its picture", async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#663399" } })
    .png()
    .toBuffer();
  await folder.write({
    "a.csv":
      'headline,body,image_file,image_caption\n"Pier closed","The pier is closed.",pier.png,The pier\n',
    "map.yaml": "",
    "pier.png": picture,
  });
  const mapping = {
    fields: {
      headline: { at: ["headline"] },
      body: { at: ["body"] },
      "image.file": { at: ["image_file"] },
      "image.caption": { at: ["image_caption"] },
    },
  };
  const report = await importFolder({ publish: true, mapping });
  expect(report.counts).toMatchObject({ created: 1, failed: 0 });
  expect(report.problems.map(({ code }) => code)).not.toContain("not-published");
  expect(await lake.client.fetch('*[_type == "newsImage"]{ "id": _id, "weak": asset.asset._weak }')).toEqual([
    { id: expect.stringMatching(/^newsimage-/), weak: null },
  ]);
});

test("runImport() counts what is wrong with one story of many, and imports the others", async () => {
  await folder.write({
    "a.ndjson":
      '{"headline":"Bridge opens","body":"It opens."}\n{broken\n{"headline":"Rain","body":"It rains."}\n',
  });
  const report = await importFolder();
  expect(report.counts).toMatchObject({ read: 3, created: 2, failed: 1 });
  expect(report.problems).toContainEqual(expect.objectContaining({ code: "bad-record", line: 2 }));
});

test("runImport() keeps what a source withdraws, and says so", async () => {
  const item = (status: string, body: string): string =>
    JSON.stringify({
      uri: "urn:newsml:wire.example:20260105:1",
      standard: { name: "ninjs", version: "2.1" },
      type: "text",
      language: "en",
      pubStatus: status,
      headlines: [{ role: "main", value: status === "usable" ? "Pier closed" : "KILL: Pier closed" }],
      bodies: [{ role: "main", contentType: "text/plain", value: body }],
    });
  await folder.write({ "a.json": item("usable", "The pier is closed.\n\nNobody knows for how long.") });
  await importFolder();
  await folder.write({ "a.json": item("canceled", "This story is withdrawn. Do not use it.") });
  const report = await importFolder();
  expect(report.counts).toMatchObject({ updated: 1 });
  expect(report.problems.map(({ code }) => code)).toContain("story-canceled");
  expect(await articles('{ headline, pubStatus, "text": body[].children[].text }')).toEqual([
    {
      headline: "Pier closed",
      pubStatus: "canceled",
      text: ["The pier is closed.", "Nobody knows for how long."],
    },
  ]);
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
});
