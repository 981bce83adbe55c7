/**
 * Measures how fast and in how much memory a web archive is unpacked, decoded and turned into documents, compared with
 * the bare cost of reading the file and decoding UTF-8. Each measurement runs in its own process, so that its peak
 * memory is its own.
 *
 * `npm run bench:parse -- 1000` takes a WET file of 1000 MB, plain and compressed; it is made once, in the folder for
 * temporary files.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { keepMemorySmall } from "../cli/keep-memory-small.ts";
import { decodeText } from "../importer/read/decode/decode-text.ts";
import { fileSource } from "../importer/read/unpack/file-source.ts";
import { readUnpacked } from "../importer/read/unpack/read-unpacked.ts";
import { parseStory } from "../importer/parse/parse-story.ts";
import { parsersFor } from "../importer/parse/parsers.ts";
import { readInput } from "../importer/read/read-input.ts";
import { unpack } from "../importer/read/unpack/unpack.ts";
import { toDocuments } from "../importer/transform/to-documents.ts";

/** What is measured: each returns the number of stories it has seen. */
const tasks: Readonly<Record<string, (path: string) => Promise<number>>> = {
  async read(path) {
    for await (const _ of createReadStream(path, { highWaterMark: 256 * 1024 }));
    return 0;
  },
  async "read and decode"(path) {
    const decoder = new TextDecoder();
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (Buffer.isBuffer(chunk)) decoder.decode(chunk, { stream: true });
    }
    return 0;
  },
  unpack: (path) => unpacked(path, () => true),
  "unpack and decode": (path) => unpacked(path, (bytes) => decodeText(bytes).kind === "text"),
  "to documents": asDocuments,
};

/** Stories that are read all the way; the whole file would take a quarter of an hour. */
const mostDocuments = 20_000;

/** As an import reads them: unpacked, decoded, parsed, and made valid documents. */
async function asDocuments(path: string): Promise<number> {
  let stories = 0;
  keepMemorySmall();
  const input = { kind: "file", path, relativePath: path, root: tmpdir() } as const;
  for await (const read of readInput(input, { parsers: parsersFor() })) {
    if (read.kind === "text" && toDocuments(read, parseStory(read)).kind === "wanted") stories += 1;
    if (stories === mostDocuments) break;
  }
  return stories;
}

async function unpacked(path: string, take: (bytes: Uint8Array) => boolean): Promise<number> {
  let stories = 0;
  for await (const found of unpack(fileSource(path, path))) {
    if (found.kind === "problem") throw new Error(found.problem.message);
    if (found.kind !== "file") continue;
    const read = await readUnpacked(found, 10_000_000);
    if (read.kind === "bytes" && take(read.bytes)) stories += 1;
  }
  return stories;
}

const measured = z.object({ seconds: z.number(), stories: z.number(), peakMb: z.number() });

async function runTask(name: string, path: string): Promise<void> {
  const start = performance.now();
  const stories = (await tasks[name]?.(path)) ?? 0;
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, stories, peakMb: process.resourceUsage().maxRSS / 1024 }));
}

async function measure(size: number): Promise<void> {
  const plain = join(tmpdir(), `copydesk-bench-${size}.wet`);
  const compressed = `${plain}.gz`;
  if (!existsSync(plain) || !existsSync(compressed)) await writeArchives(plain, compressed, size * 1e6);
  const bytes = statSync(plain).size;
  console.log(
    `WET file of ${(bytes / 1e6).toFixed(0)} MB, compressed ${(statSync(compressed).size / 1e6).toFixed(0)} MB\n`,
  );
  for (const [path, name] of [
    ...Object.keys(tasks).map((name) => [plain, name] as const),
    ...["unpack", "unpack and decode"].map((name) => [compressed, name] as const),
  ]) {
    const printed = execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.url), String(size), name, path],
      {
        encoding: "utf8",
      },
    );
    const { seconds, stories, peakMb } = measured.parse(JSON.parse(printed));
    const label = `${name}${path === compressed ? ", compressed" : ""}`.padEnd(30);
    const rate = stories === 0 ? "" : `, ${Math.round(stories / seconds)} stories/s`;
    const speed =
      name === "to documents" ? `${stories} stories` : `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
    console.log(`${label}${speed}${rate}, peak ${peakMb.toFixed(0)} MB`);
  }
}

/** Writes the archive twice: plain, and compressed record by record as Common Crawl does. */
async function writeArchives(plain: string, compressed: string, sizeBytes: number): Promise<void> {
  const files = [plain, compressed].map((path) => ({ path, stream: createWriteStream(`${path}.part`) }));
  const write = async (index: number, bytes: Uint8Array): Promise<void> => {
    const stream = files[index]?.stream;
    if (stream && !stream.write(bytes)) await once(stream, "drain");
  };
  for (let written = 0, number = 0; written < sizeBytes; number += 1) {
    const record = recordOf(number);
    written += record.length;
    await write(0, record);
    await write(1, gzipSync(record, { level: 1 }));
  }
  for (const { path, stream } of files) {
    stream.end();
    await once(stream, "close");
    renameSync(`${path}.part`, path);
  }
}

const words = [
  "the council of and harbour said in school a ferry to on its bakers night for that lake was",
  "المدينة في من على قال إن مدرسة ليلية بعد التي الميناء عبارة رئيس المجلس هذا",
  "школа в порту и на что совета сказал ночная за пекарей это с городе паром",
  "学校 港口 面包师 说 在 的 议会 夜里 城市 渡轮 了 第一",
].map((line) => line.split(" "));

/** A page of one to nine thousand characters, from numbers that are the same in every run. */
function recordOf(number: number): Buffer {
  let state = (number * 2_654_435_761 + 1) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const vocabulary = words[number % words.length] ?? [];
  let text = "";
  for (const length = 1_000 + next(8_000); text.length < length;) {
    text += next(4) === 0 ? next(1e6).toString(36) : (vocabulary[next(vocabulary.length)] ?? "");
    text += next(60) === 0 ? "\n" : " ";
  }
  const body = Buffer.from(text);
  const head = [
    "WARC/1.0",
    "WARC-Type: conversion",
    `WARC-Target-URI: https://news.example/${number}`,
    "WARC-Date: 2024-03-05T06:07:08Z",
    "Content-Type: text/plain",
    `Content-Length: ${body.length}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body, Buffer.from("\r\n\r\n")]);
}

const [megabytes = "1000", taskName, taskPath] = process.argv.slice(2);
if (taskName !== undefined && taskPath !== undefined) await runTask(taskName, taskPath);
else await measure(Number(megabytes));
