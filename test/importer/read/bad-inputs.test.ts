import { symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ImportError, parseInputs } from "../../../importer/index.ts";
import { listInputs } from "../../../importer/read/list-inputs.ts";
import { readStories } from "../../../importer/read/read-stories.ts";
import { bytesOf, collect, parseAll } from "../../support/parse-all.ts";
import { shortStory, storyFolder } from "../../support/story-folder.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

/** Codes of the problems of one input, and how many documents came of it. */
async function parseBytes(bytes: string | Uint8Array): Promise<{ codes: string[]; documents: number }> {
  const [story] = await parseAll({ inputs: ["-"], stdin: bytesOf(bytes) });
  return { codes: story?.problems.map(({ code }) => code) ?? [], documents: story?.documents.length ?? 0 };
}

test.each([
  ["an empty file", "", "empty-input"],
  ["blank lines only", "\n \t\r\n\u200f\n\n", "blank-input"],
  ["a byte-order mark only", "\ufeff", "blank-input"],
  ["invalid UTF-8", Uint8Array.of(...encode("Headline\n\nA word "), 0xe3, 0xe1), "unknown-encoding"],
  ["UTF-8 cut within a character", encode("عنوان").subarray(0, 5), "unknown-encoding"],
  ["XML that is no news", '<?xml version="1.0"?>\n<invoice><total>3</total></invoice>', "unknown-format"],
  ["JSON that is no news", '{ "total": 3 }', "unknown-format"],
  ["a NUL byte", "Headline\n\nText with \0 inside.", "nul-byte"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), "binary-input"],
  [
    "random bytes",
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
    "binary-input",
  ],
])("parseInputs() gives no documents and one problem for %s", async (_, bytes, code) => {
  expect(await parseBytes(bytes)).toEqual({ codes: [code], documents: 0 });
});

test.each([
  ["with a byte-order mark", "\ufeff"],
  ["without one", ""],
])("parseInputs() reads UTF-16 %s", async (_, mark) => {
  const text = "عنوان الخبر هنا\n\nنص الخبر في سطر واحد طويل.";
  const [story] = await parseAll({ inputs: ["-"], stdin: bytesOf(utf16(mark + text)) });
  const article = story?.documents.find((document) => document._type === "article");
  expect(article?.headline).toBe("عنوان الخبر هنا");
});

test("parseInputs() reads the same documents with a byte-order mark, CRLF or lone CR as with LF", async () => {
  const text = shortStory("A bridge opens", "The bridge is open to all.\n\nIt was closed for a year.");
  await using folder = await storyFolder();
  const read = async (content: string) => {
    await folder.write({ "story.txt": content });
    return (await parseAll({ inputs: [folder.path] }))[0]?.documents;
  };
  const expected = await read(text);
  expect(expected).toHaveLength(2);
  expect(await read(`\ufeff${text}`)).toEqual(expected);
  expect(await read(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  expect(await read(text.replaceAll("\n", "\r"))).toEqual(expected);
});

test("parseInputs() refuses a file of 50 MB without reading it", async () => {
  await using folder = await storyFolder({ "big.txt": "" });
  await truncate(join(folder.path, "big.txt"), 50_000_000);
  const before = process.memoryUsage().arrayBuffers;
  const [story] = await parseAll({ inputs: [folder.path] });
  expect(story?.problems.map(({ code }) => code)).toEqual(["too-large"]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("parseInputs() stops reading standard input once it is too long", async () => {
  let chunks = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      chunks += 1;
      yield new Uint8Array(1_000_000).fill(0x61);
    }
  }
  const [story] = await parseAll({ inputs: ["-"], stdin: endless() });
  expect([story?.problems[0]?.code, chunks]).toEqual(["too-large", 11]);
});

test("parseInputs() keeps a line of 1 MB whole", async () => {
  const paragraph = "كلمة طويلة ".repeat(95_000).trim();
  const [story] = await parseAll({ inputs: ["-"], stdin: bytesOf(`عنوان\n\n${paragraph}`) });
  const article = story?.documents.find((document) => document._type === "article");
  const [block] = article?.body ?? [];
  expect(block?._type === "block" && block.children[0]?.text).toBe(paragraph);
});

test("parseInputs() refuses a first line that is too long to be a headline", async () => {
  expect(await parseBytes("x".repeat(1_000_000))).toEqual({ codes: ["headline-too-long"], documents: 0 });
});

test("parseInputs() makes an article of a headline alone and says that its text is missing", async () => {
  const { codes, documents } = await parseBytes("Only a headline");
  expect(codes).toContain("no-body");
  expect(documents).toBe(1);
});

test("parseInputs() skips the second of two inputs with the same text and names the first", async () => {
  const text = shortStory("A bridge opens");
  await using folder = await storyFolder({
    "a.txt": text,
    "sub/b.txt": `\ufeff${text.replaceAll("\n", "\r\n")}`,
  });
  const [, second] = await parseAll({ inputs: [folder.path] });
  expect(second?.documents).toEqual([]);
  expect(second?.problems[0]).toMatchObject({
    code: "duplicate-story",
    message: expect.stringContaining(join(folder.path, "a.txt")),
  });
});

test("parseInputs() refuses a second story with the same path below another folder, since one would be lost", async () => {
  await using one = await storyFolder({ "story.txt": shortStory("A bridge opens") });
  await using two = await storyFolder({ "story.txt": shortStory("A bridge closes") });
  const [first, second] = await parseAll({ inputs: [one.path, two.path] });
  expect(first?.documents).not.toEqual([]);
  expect([second?.documents, second?.problems[0]?.code]).toEqual([[], "same-path"]);
});

test("parseInputs() goes on after files and folders that cannot be read", async () => {
  await using folder = await storyFolder({ "z.txt": shortStory("A bridge opens") });
  await symlink("a.txt", join(folder.path, "a.txt"));
  await symlink("nowhere", join(folder.path, "b.txt"));
  const stories = await parseAll({ inputs: [folder.path] });
  expect(stories.map(({ problems }) => problems[0]?.code)).toEqual([
    "unreadable",
    "unreadable",
    "publication-date-unknown",
  ]);
});

test("readStories() reports what the file system refuses, for a file and for a folder", async () => {
  const refused = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
  const stories = await collect(
    readStories(
      [
        { kind: "file", path: "locked.txt", relativePath: "locked.txt", root: "." },
        { kind: "unlistable", path: "locked", cause: refused },
      ],
      { readBytes: () => Promise.reject(refused) },
    ),
  );
  expect(stories).toMatchObject([
    { kind: "unusable", input: "locked.txt", problem: { code: "unreadable" } },
    { kind: "unusable", input: "locked", problem: { code: "unreadable" } },
  ]);
});

test("parseInputs() throws input-not-found for a path that does not exist, before it reads anything", async () => {
  const reading = parseAll({ inputs: ["seeds", "no/such/path"] });
  await expect(reading).rejects.toThrow(ImportError);
  await expect(reading).rejects.toMatchObject({
    code: "input-not-found",
    message: expect.stringContaining("no/such/path"),
  });
});

test("parseInputs() throws no-stories for a folder without any", async () => {
  await using folder = await storyFolder({ "README.md": "# Not a story", ".hidden.txt": "Not one either" });
  await expect(parseAll({ inputs: [folder.path] })).rejects.toMatchObject({ code: "no-stories" });
});

test("listInputs() lists stories in depth and in order, and names what is none", async () => {
  await using folder = await storyFolder({
    "b.TXT": "",
    "a/2.text": "",
    "a/1.txt": "",
    "a/.git/x.txt": "",
    "picture.png": "",
    "notes.md": "",
  });
  const { inputs, notes } = await listInputs([folder.path]);
  const paths = inputs.map((input) => (input.kind === "file" ? input.relativePath : input.kind));
  expect(paths).toEqual(["a/1.txt", "a/2.text", "b.TXT", "notes.md"]);
  expect(notes).toEqual(
    ["1 file ignored (hidden): a/.git", "1 file ignored (unsupported format): picture.png"].map(
      (message) => ({
        input: folder.path,
        message,
      }),
    ),
  );
});

test("parseInputs() reads a file that is named itself, whatever it is called", async () => {
  await using folder = await storyFolder({ "story.md": shortStory("A bridge opens") });
  const [story] = await parseAll({ inputs: [join(folder.path, "story.md")] });
  expect(story?.documents).toHaveLength(2);
});

test("parseInputs() gives a story the same ids from its folder, as a file, and under a composed or decomposed name", async () => {
  await using folder = await storyFolder({ "caf\u00e9.txt": shortStory("A bridge opens") });
  await using other = await storyFolder({ "cafe\u0301.txt": shortStory("A bridge opens") });
  const idOf = async (input: string) => (await parseAll({ inputs: [input] }))[0]?.documents.at(-1)?._id;
  const id = await idOf(folder.path);
  expect(await idOf(join(folder.path, "caf\u00e9.txt"))).toBe(id);
  expect(await idOf(other.path)).toBe(id);
});

test("parseInputs() reads no further once its signal is aborted", async () => {
  await using folder = await storyFolder({ "a.txt": shortStory("A"), "b.txt": shortStory("B") });
  const stopping = new AbortController();
  const read: string[] = [];
  for await (const { input } of parseInputs({ inputs: [folder.path], signal: stopping.signal })) {
    read.push(input);
    stopping.abort();
  }
  expect(read).toEqual([join(folder.path, "a.txt")]);
});

test("parseInputs() stops waiting for standard input once its signal is aborted", async () => {
  const stopping = new AbortController();
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode("Half a headl");
    stopping.abort();
    await new Promise(() => {});
  }
  expect(await parseAll({ inputs: ["-"], stdin: silent(), signal: stopping.signal })).toEqual([]);
});
