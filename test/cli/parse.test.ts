import { closeSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentSchemas, isContentType } from "../../schemas/index.ts";
import { runCli, runHere, startCli } from "../support/run-cli.ts";
import { projectFolder } from "../support/source-files.ts";
import { manyStories, temporaryStories, storyText } from "../support/temporary-stories.ts";

const linesOf = (stdout: string) =>
  stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

test("copydesk parse prints one object per story: input, documents, problems, what is left out", async () => {
  const { code, stdout, stderr } = await runHere(["parse", "seeds"]);
  expect([code, stderr]).toEqual([0, ""]);
  const lines = linesOf(stdout);
  expect(lines).toHaveLength(1);
  expect(Object.keys(lines[0])).toEqual(["input", "documents", "problems", "leftOut"]);
  expect(lines[0].documents.map(({ _type }: { _type: string }) => _type).toSorted()).toEqual([
    "article",
    "newsImage",
    "newsImage",
    "source",
    "source",
    "source",
  ]);
  expect(lines[0].problems.map(({ code }: { code: string }) => code)).toContain("publication-date-unknown");
});

test("copydesk parse --flat prints bare documents that the content model accepts, a line each", async () => {
  const { stdout } = await runHere(["parse", "--flat", "seeds"]);
  const documents = linesOf(stdout);
  expect(documents).toHaveLength(6);
  for (const document of documents) {
    const type: string = document._type;
    if (!isContentType(type)) throw new Error(`${type} is no content type`);
    expect(() => contentSchemas[type].parse(document)).not.toThrow();
  }
});

test("copydesk parse - reads standard input and gives what the same text in a file gives", async () => {
  const seed = readFileSync(join(projectFolder, "seeds/000_930b5d963694ee47.txt"));
  const [fromInput] = linesOf((await runCli(["parse", "-"], { input: seed })).stdout);
  const [fromFile] = linesOf((await runCli(["parse", "seeds"])).stdout);
  expect(fromInput.input).toBe("-");
  const headline = ({ documents }: { documents: { headline?: string }[] }) =>
    documents.find((each) => each.headline);
  expect(headline(fromInput)?.headline).toBe(headline(fromFile)?.headline);
});

test("copydesk parse goes on after a bad file, says what to do about it, and ends with 4", async () => {
  const folder = temporaryStories({ "1.txt": new Uint8Array([0xff, 0xff, 0x41]), "2.txt": storyText() });
  const { code, stdout, stderr } = await runCli(["parse", folder]);
  expect(code).toBe(4);
  const [bad, good] = linesOf(stdout);
  expect([bad.documents, bad.problems.map((problem: { code: string }) => problem.code)]).toEqual([
    [],
    ["unknown-encoding"],
  ]);
  expect(good.documents.length).toBeGreaterThan(0);
  expect(stderr).toContain("UTF-8");
});

test("copydesk parse takes an empty file for nothing to do", async () => {
  const folder = temporaryStories({ "empty.txt": "", "story.txt": storyText() });
  const { code, stdout } = await runHere(["parse", folder]);
  expect(code).toBe(0);
  expect(linesOf(stdout)[0].problems).toMatchObject([{ code: "empty-input" }]);
});

test("copydesk parse refuses a file of 50 MB without reading it all", async () => {
  const folder = temporaryStories({ "huge.txt": "" });
  const file = openSync(join(folder, "huge.txt"), "r+");
  ftruncateSync(file, 50_000_000);
  closeSync(file);
  const { code, stdout } = await runHere(["parse", folder]);
  expect(code).toBe(4);
  expect(linesOf(stdout)[0].problems).toMatchObject([{ code: "too-large" }]);
});

test.each([
  ["a path that does not exist", () => "no/such/path", /no\/such\/path/],
  ["a folder without stories", () => temporaryStories({ "picture.jpg": "x" }), /\.txt/],
])("copydesk parse ends with 2 for %s", async (_, input, message) => {
  const { code, stdout, stderr } = await runHere(["parse", input()]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test("copydesk parse ends quietly when the reader of its output has gone", async () => {
  const run = startCli(["parse", temporaryStories(manyStories(400))]);
  await run.until(/"input"/);
  run.closeOutput();
  const { code, stderr } = await run.result;
  expect([code, stderr]).toEqual([0, ""]);
});

test("copydesk parse interrupted while it waits for input ends with 130", async () => {
  const run = startCli(["parse", temporaryStories({ "story.txt": storyText() }), "-"]);
  await run.until(/"input"/);
  run.kill("SIGINT");
  expect((await run.result).code).toBe(130);
});
