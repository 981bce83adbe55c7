import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { buildTar, buildZip } from "./read/unpack/build-archives.ts";

openForEachTest();

const pictureOf = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();

const item = (href: string, guid = "urn:x:quay"): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
  <contentMeta xml:lang="en"><headline>Quay wall repaired</headline><description>The quay wall on Monday.</description></contentMeta>
  <contentSet><remoteContent rendition="rnd:highRes" contenttype="image/jpeg" href="${href}"/></contentSet></newsItem>`;
const ninjs = (href: string): string =>
  JSON.stringify({
    guid: "tag:desk.example:1",
    type: "text",
    headline: "Lamp lit again",
    body_html: "<p>The lamp of the old lighthouse was lit again on Sunday.</p>",
    associations: {
      featuremedia: { type: "picture", description_text: "The lamp", renditions: { original: { href } } },
    },
  });

const assets = (): Promise<string[]> =>
  lake.client.fetch<string[]>('*[_type == "newsImage" && defined(asset)].asset.asset._ref');

test("runImport() finds the picture that a story names in the archive of both, whichever stands first", async () => {
  const picture = await pictureOf("#336699");
  const zip = buildZip([
    { name: "a/quay.xml", content: item("quay.jpg") },
    { name: "a/quay.jpg", content: picture },
    { name: "b/quay.jpg", content: await pictureOf("#993333") },
  ]);
  const tar = await buildTar([
    { header: { name: "media/lamp.jpg" }, content: await pictureOf("#339933") },
    { header: { name: "lamp.json" }, content: ninjs("media/lamp.jpg") },
  ]);
  await folder.write({ "wire.zip": zip, "wire.tar.gz": gzipSync(tar) });
  const report = await importFolder();
  expect(report.counts).toMatchObject({ created: 2, failed: 0 });
  expect(report.problems.map(({ code }) => code)).not.toContain("missing-asset");
  expect(new Set(await assets()).size).toBe(2);
  expect(report.notes.map(({ message }) => message)).toEqual([
    "Pictures in the archive: 1. Those that its stories name are imported with them",
    "Pictures in the archive: 2. Those that its stories name are imported with them",
  ]);
});

test("runImport() finds a picture in an archive within an archive, and takes up one that was replaced", async () => {
  const pack = async (background: string): Promise<Buffer> =>
    buildZip([
      {
        name: "day/inner.zip",
        content: buildZip([
          { name: "quay.xml", content: item("img/quay.jpg") },
          { name: "img/quay.jpg", content: await pictureOf(background) },
        ]),
      },
    ]);
  await folder.write({ "wire.zip": await pack("#336699") });
  await importFolder();
  const before = await assets();
  expect(before).toHaveLength(1);
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  await folder.write({ "wire.zip": await pack("#993333") });
  expect((await importFolder()).counts).toMatchObject({ updated: 1 });
  expect(await assets()).not.toEqual(before);
});

test("runImport() takes no picture from outside the archive, and says which one it lacks", async () => {
  await folder.write({
    "wire.zip": buildZip([
      { name: "a/quay.xml", content: item("absent.jpg") },
      { name: "a/lamp.html", content: page("../../../../secret.jpg") },
    ]),
    "secret.jpg": await pictureOf("#336699"),
  });
  const report = await importFolder();
  expect(await assets()).toEqual([]);
  const messages = report.problems
    .filter(({ code }) => code === "image-not-read")
    .map(({ message }) => message);
  expect(messages.toSorted()).toEqual([
    'Cannot import the picture "../../../../secret.jpg": it is outside the imported folder',
    'Cannot import the picture "absent.jpg": there is no such file',
  ]);
});

const page = (src: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Lamp</title></head><body><article><h1>Lamp lit again</h1>
  <figure><img src="${src}" alt="The lamp"><figcaption>The lamp on Sunday</figcaption></figure>
  <p>The lamp of the old lighthouse was lit again on Sunday, and visitors may climb the tower.</p>
  <p>The council meets on Friday, and the harbour master wants to be heard before it decides.</p></article></body></html>`;

test("runImport() leaves nothing of an archive in the temporary folder", async () => {
  const own = join(folder.path, ".temporary");
  await mkdir(own);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = own;
  try {
    await folder.write({
      "wire.zip": buildZip([
        { name: "quay.xml", content: item("quay.jpg") },
        { name: "quay.jpg", content: await pictureOf("#336699") },
      ]),
    });
    await importFolder();
    expect(await assets()).toHaveLength(1);
    expect(await readdir(own)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});
