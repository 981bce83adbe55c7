import { expect, test } from "vitest";
import { runImport } from "../../../importer/index.ts";
import { openParsePool } from "../../../importer/read/parse-pool.ts";
import { parseAll } from "../../support/parse-all.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { storyFolder } from "../../support/story-folder.ts";

const page = (number: number): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Story ${number}</title></head><body><article><h1>Story ${number}</h1>` +
  `<p>The harbour has been closed for ${number} days, and nobody knows for how long it will stay so.</p>` +
  `<p>The council meets on Friday for the ${number}th time to decide what becomes of the pier.</p></article></body></html>`;

test("a parse pool gives the same in a thread as without", async () => {
  const pool = openParsePool();
  const results = await Promise.all(Array.from({ length: 80 }, () => pool.parse("html", page(1), {})));
  await pool.close();
  expect(new Set(results.map((items) => JSON.stringify(items))).size).toBe(1);
  expect(results[0]?.[0]).toMatchObject({ kind: "story", story: { headline: "Story 1" } });
});

test("parseInputs() keeps the order of pages that are parsed in threads, among stories of other kinds", async () => {
  await using folder = await storyFolder(
    Object.fromEntries(
      Array.from({ length: 90 }, (_, number) => {
        const name = String(number).padStart(3, "0");
        return number % 9 === 0
          ? [`${name}.txt`, `Story ${number}\n\nIt has the number ${number}.\n`]
          : [`${name}.html`, page(number)];
      }),
    ),
  );
  const stories = await parseAll({ inputs: [folder.path] });
  const headlines = stories.map(
    ({ documents }) => documents.find((document) => document._type === "article")?.headline,
  );
  expect(headlines).toEqual(Array.from({ length: 90 }, (_, number) => `Story ${number}`));
});

test("runImport() ends its threads when it is interrupted", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder(
    Object.fromEntries(Array.from({ length: 80 }, (_, number) => [`${number}.html`, page(number)])),
  );
  const stopping = new AbortController();
  const report = await runImport({
    inputs: [folder.path],
    client: lake.client,
    signal: stopping.signal,
    onProgress: ({ stage, done }) => stage === "read" && done === 60 && stopping.abort(),
  });
  expect(report.interrupted).toBe(true);
  expect((await runImport({ inputs: [folder.path], client: lake.client })).counts.failed).toBe(0);
});
