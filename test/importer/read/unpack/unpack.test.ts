import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileSource } from "../../../../importer/read/unpack/file-source.ts";
import { unpack } from "../../../../importer/read/unpack/unpack.ts";
import { buildTar, buildWarcGz, buildZip } from "./build-archives.ts";
import { bytesSource, collectUnpacked } from "./collect-unpacked.ts";

const story = "Bakers of the old harbour open a night school\n\nForty people came on the first evening.\n";

test("a file that is no container comes out as it is", async () => {
  const { files, problems, notes } = await collectUnpacked(bytesSource("a/story.txt", Buffer.from(story)));
  expect(files).toEqual([{ name: "a/story.txt", fileName: "story.txt", text: story }]);
  expect([...problems, ...notes]).toEqual([]);
});

test("an empty file comes out empty", async () => {
  const { files } = await collectUnpacked(bytesSource("empty.txt", new Uint8Array()));
  expect(files).toEqual([{ name: "empty.txt", fileName: "empty.txt", text: "" }]);
});

test("a compressed file keeps its name, and its own name loses the suffix", async () => {
  const { files } = await collectUnpacked(bytesSource("story.txt.gz", gzipSync(story), 7));
  expect(files).toEqual([{ name: "story.txt.gz", fileName: "story.txt", text: story }]);
});

test("the members of a compressed file are read as one", async () => {
  const bytes = Buffer.concat([gzipSync(story.slice(0, 20)), gzipSync(story.slice(20))]);
  const { files } = await collectUnpacked(bytesSource("story.gz", bytes));
  expect(files.map(({ text }) => text)).toEqual([story]);
});

test("containers are recognised by their bytes, whatever their names are", async () => {
  const zip = buildZip([{ name: "b.txt", content: story }]);
  const { files } = await collectUnpacked(bytesSource("story.txt", zip));
  expect(files).toEqual([{ name: "story.txt!b.txt", fileName: "b.txt", text: story }]);
});

test("a tar archive gives its files in order, with their paths", async () => {
  const tar = await buildTar([
    { header: { name: "./wire/", type: "directory" } },
    { header: { name: "./wire/z.txt" }, content: story },
    { header: { name: "wire/أخبار/a.txt" }, content: "Second" },
  ]);
  for (const bytes of [tar, gzipSync(tar)]) {
    const { files, problems } = await collectUnpacked(bytesSource("wire.tar.gz", bytes, 100));
    expect(problems).toEqual([]);
    expect(files).toEqual([
      { name: "wire.tar.gz!wire/z.txt", fileName: "z.txt", text: story },
      { name: "wire.tar.gz!wire/أخبار/a.txt", fileName: "a.txt", text: "Second" },
    ]);
  }
});

test("a web archive in a compressed file in a zip archive in a tar archive is read", async () => {
  const warc = buildWarcGz([{ type: "conversion", url: "https://example.org/night-school", block: story }]);
  const zip = buildZip([{ name: "day/crawl.warc.gz", content: warc, method: 0 }]);
  const tar = await buildTar([
    { header: { name: "monday.zip" }, content: zip },
    { header: { name: "last.txt" }, content: "Last" },
  ]);
  const { files, problems } = await collectUnpacked(bytesSource("week.tgz", gzipSync(tar)));
  expect(problems).toEqual([]);
  expect(files.map(({ name, text }) => [name, text])).toEqual([
    ["week.tgz!monday.zip!day/crawl.warc.gz!https://example.org/night-school", story],
    ["week.tgz!last.txt", "Last"],
  ]);
});

test("a zip archive gives the same from a file as from a stream", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unpack-test-"));
  const zip = buildZip([
    { name: "a.txt", content: story },
    { name: "b/", content: "" },
    { name: "b/c.txt", content: "Stored", method: 0 },
    { name: Buffer.from("caf\x82.txt", "latin1"), content: "Old name" },
  ]);
  try {
    await writeFile(join(folder, "wire.zip"), zip);
    const fromFile = await collectUnpacked(fileSource(join(folder, "wire.zip"), "wire.zip"));
    expect(fromFile).toEqual(await collectUnpacked(bytesSource("wire.zip", zip)));
    expect(fromFile.files.map(({ name }) => name)).toEqual([
      "wire.zip!a.txt",
      "wire.zip!b/c.txt",
      "wire.zip!café.txt",
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a file that is not read is passed over, and so is the rest of one that is half read", async () => {
  const tar = await buildTar([
    { header: { name: "a.txt" }, content: "x".repeat(100_000) },
    { header: { name: "b.txt" }, content: "y".repeat(100_000) },
    { header: { name: "c.txt" }, content: story },
  ]);
  for (const bytes of [tar, gzipSync(tar), buildZip([{ name: "t.tar", content: tar }])]) {
    const texts: string[] = [];
    for await (const found of unpack(bytesSource("wire", bytes))) {
      if (found.kind !== "file") continue;
      if (found.name.endsWith("b.txt")) for await (const _ of found.chunks) break;
      if (found.name.endsWith("c.txt")) texts.push(await text(found.chunks));
    }
    expect(texts).toEqual([story]);
  }
});

test("giving up half-way leaves no temporary file behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unpack-test-"));
  const { TMPDIR = "" } = process.env;
  process.env["TMPDIR"] = folder;
  try {
    const zip = buildZip(["a", "b", "__MACOSX/c"].map((name) => ({ name, content: story })));
    for await (const found of unpack(bytesSource("wire.zip", zip))) {
      expect(found.name).toBe("wire.zip!a");
      expect(await readdir(folder)).toHaveLength(1);
      break;
    }
    expect(await readdir(folder)).toEqual([]);
  } finally {
    if (TMPDIR) process.env["TMPDIR"] = TMPDIR;
    else delete process.env["TMPDIR"];
    await rm(folder, { recursive: true });
  }
});

test("what comes out does not depend on how the bytes come in", async () => {
  const warc = buildWarcGz([
    { type: "warcinfo", block: "software: none" },
    { type: "conversion", url: "https://example.org/1", block: `Ὀδυσσεύς\n\n${story}` },
    { type: "conversion", url: "https://example.org/2", block: "" },
  ]);
  const tar = await buildTar([
    { header: { name: "a.warc.gz" }, content: warc },
    { header: { name: "b.zip" }, content: buildZip([{ name: "c", content: story }]) },
  ]);
  const whole = await collectUnpacked(bytesSource("all.tar", tar, tar.length));
  expect(whole.files).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (pieceBytes) => {
      expect(await collectUnpacked(bytesSource("all.tar", tar, pieceBytes))).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});
