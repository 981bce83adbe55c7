import { execFileSync } from "node:child_process";
import { fstatSync, readdirSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { listInputs } from "../../../importer/read/list-inputs.ts";
import { openParsePool } from "../../../importer/read/parse-pool.ts";
import { type ReadOptions, readStories } from "../../../importer/read/read-stories.ts";
import { untilAborted } from "../../../importer/read/until-aborted.ts";
import { collect } from "../../support/parse-all.ts";
import { shortStory, storyFolder } from "../../support/story-folder.ts";
import { buildTar, buildZip } from "./unpack/build-archives.ts";

const never = new Promise<never>(() => {});

/** Reads inputs, and interrupts once so many stories have come. */
async function readUntil(
  stories: number,
  inputs: readonly string[],
  options: ReadOptions = {},
): Promise<number> {
  const stopping = new AbortController();
  const { inputs: listed } = await listInputs(inputs);
  let read = 0;
  for await (const story of readStories(listed, { ...options, signal: stopping.signal })) {
    expect(story.kind).toBe("text");
    if (++read === stories) stopping.abort();
  }
  return read;
}

/** Whether this process has a file open. */
function isOpen(path: string): boolean {
  const { dev, ino } = statSync(path);
  return readdirSync("/dev/fd").some((fd) => {
    try {
      const found = fstatSync(Number(fd));
      return found.dev === dev && found.ino === ino;
    } catch {
      // That of the listing itself is closed again.
      return false;
    }
  });
}

const names = Array.from({ length: 200 }, (_, number) => `${number}.txt`);
const lines = names.map((name) => `${JSON.stringify({ headline: name, body: "It has opened." })}\n`).join("");
const files = names.map((name) => ({ name, content: shortStory(name, `It is called ${name}.`) }));
const tarOfFiles = (): Promise<Buffer> =>
  buildTar(files.map(({ name, content }) => ({ header: { name }, content })));
const archives: readonly (readonly [name: string, content: () => Promise<Uint8Array> | Uint8Array])[] = [
  ["wire.tar", tarOfFiles],
  ["wire.zip", () => buildZip(files)],
  ["wire.ndjson.gz", () => gzipSync(lines)],
];

test.each(archives)(
  "readStories() has closed %s when it was interrupted in the midst of it",
  async (name, content) => {
    await using folder = await storyFolder({ [name]: await content() });
    const path = join(folder.path, name);
    expect(await readUntil(3, [path])).toBe(3);
    expect(isOpen(path)).toBe(false);
  },
);

test("readStories() has closed the next archive, which it had begun ahead of its turn", async () => {
  const tar = await tarOfFiles();
  await using folder = await storyFolder({ "a.tar": tar, "b.tar": tar });
  expect(await readUntil(1, [folder.path])).toBe(1);
  expect(isOpen(join(folder.path, "b.tar"))).toBe(false);
});

test("readStories() stops waiting for a pipe that nobody writes to once it is interrupted", async () => {
  await using folder = await storyFolder({ "a.txt": shortStory("Bridge opens") });
  const pipe = join(folder.path, "b.txt");
  execFileSync("mkfifo", [pipe]);
  expect(await readUntil(1, [join(folder.path, "a.txt"), pipe])).toBe(1);
  expect(isOpen(pipe)).toBe(false);
});

test("readStories() reads a pipe that somebody writes to later, whatever comes through it", async () => {
  await using folder = await storyFolder({ "a.txt": shortStory("Bridge opens") });
  const pipe = join(folder.path, "b.tar");
  execFileSync("mkfifo", [pipe]);
  const { inputs } = await listInputs([join(folder.path, "a.txt"), pipe]);
  let read = 0;
  for await (const story of readStories(inputs)) {
    expect(story.kind).toBe("text");
    // The pipe is open by then, and has nothing to give.
    if (++read === 1) void writeFile(pipe, await tarOfFiles());
  }
  expect(read).toBe(1 + names.length);
});

test("readStories() stops waiting for its threads once it is interrupted", async () => {
  await using folder = await storyFolder({
    "a.html": "<!DOCTYPE html><html><body><h1>Bridge opens</h1><p>It has opened on Monday.</p></body></html>",
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  const threads = openParsePool({ parsingBeforeThreadsMs: 0, threads: 1, signal });
  const pool = {
    ...threads,
    parse(...task: Parameters<typeof threads.parse>): ReturnType<typeof threads.parse> {
      const parsed = threads.parse(...task);
      stopping.abort();
      return parsed;
    },
  };
  const { inputs } = await listInputs([folder.path]);
  const found = await collect(readStories(inputs, { pool, signal }));
  expect(found).toEqual([]);
});

test("untilAborted() ends while the next value is waited for, and closes what it can", async () => {
  const stopping = new AbortController();
  const closed: string[] = [];
  async function* silent(): AsyncGenerator<string> {
    yield "one";
    await never;
  }
  async function* told(name: string): AsyncGenerator<string> {
    try {
      yield* silent();
    } finally {
      closed.push(name);
    }
  }
  for await (const value of untilAborted(told("left"), stopping.signal)) {
    expect(value).toBe("one");
    break;
  }
  expect(closed).toEqual(["left"]);
  for await (const value of untilAborted(told("aborted"), stopping.signal)) {
    expect(value).toBe("one");
    stopping.abort();
  }
  expect(closed).toEqual(["left", "aborted"]);
  const waiting = new AbortController();
  const values = untilAborted(silent(), waiting.signal);
  await values.next();
  const next = values.next();
  waiting.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
