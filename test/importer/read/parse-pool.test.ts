import { expect, test } from "vitest";
import { listInputs } from "../../../importer/read/list-inputs.ts";
import { openParsePool } from "../../../importer/read/parse-pool.ts";
import { parseHere } from "../../../importer/read/parse-worker.ts";
import { readStories } from "../../../importer/read/read-stories.ts";
import { storyFolder } from "../../support/story-folder.ts";

const page = (number: number): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Story ${number}</title></head><body><article><h1>Story ${number}</h1>` +
  `<p>The harbour has been closed for ${number} days, and nobody knows for how long it will stay so.</p>` +
  `<p>The council meets on Friday for the ${number}th time to decide what becomes of the pier.</p></article></body></html>`;

test("a parse pool gives the same in a thread as without", async () => {
  const pool = openParsePool({ parsingBeforeThreadsMs: 20, threads: 2 });
  const results = await Promise.all(Array.from({ length: 80 }, () => pool.parse("html", page(1), {})));
  await pool.close();
  expect(new Set(results.map((items) => JSON.stringify(items))).size).toBe(1);
  expect(results[0]?.[0]).toMatchObject({ kind: "story", story: { headline: "Story 1" } });
});

test("a parse pool ends also while the answer of a thread is on its way", async () => {
  const pool = openParsePool({ parsingBeforeThreadsMs: 0, threads: 1 });
  await pool.parse("html", page(1), {});
  const unanswered = pool.parse("html", page(2), {});
  // Answers come in between two turns of this thread only, and this turn lasts until the other thread is done.
  for (let number = 0; number < 200; number += 1) parseHere({ format: "html", text: page(number) });
  const closed = pool.close();
  await expect(unanswered).rejects.toThrow();
  await closed;
});

test("a parse pool keeps its threads while there is nothing to do", async () => {
  let started = 0;
  const count = (): void => void (started += 1);
  process.on("worker", count);
  const pool = openParsePool({ parsingBeforeThreadsMs: 0, threads: 2 });
  for (let burst = 0; burst < 4; burst += 1) {
    await Promise.all([1, 2, 3, 4].map((number) => pool.parse("html", page(number), {})));
  }
  await pool.close();
  process.off("worker", count);
  expect(started).toBe(2);
});

test("readStories() keeps the order of pages that are parsed in threads, among stories of other kinds", async () => {
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
  const { inputs } = await listInputs([folder.path]);
  const pool = openParsePool({ parsingBeforeThreadsMs: 20, threads: 2 });
  const headlines: string[] = [];
  for await (const story of readStories(inputs, { pool })) {
    if (story.kind === "text") headlines.push(story.text.split("\n")[0] ?? "");
  }
  expect(headlines).toEqual(Array.from({ length: 90 }, (_, number) => `Story ${number}`));
});

test("readStories() ends its threads when it is left in the midst", async () => {
  await using folder = await storyFolder(
    Object.fromEntries(Array.from({ length: 80 }, (_, number) => [`${number}.html`, page(number)])),
  );
  const { inputs } = await listInputs([folder.path]);
  const threads = openParsePool({ parsingBeforeThreadsMs: 20, threads: 2 });
  let closed = 0;
  const pool = {
    ...threads,
    async close(): Promise<void> {
      closed += 1;
      await threads.close();
    },
  };
  let read = 0;
  for await (const story of readStories(inputs, { pool })) {
    expect(story.kind).toBe("text");
    if (++read === 60) break;
  }
  expect(closed).toBe(1);
});
