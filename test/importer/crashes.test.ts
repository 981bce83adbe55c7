import { expect, test } from "vitest";
import { type Crash, ImportError, runImport } from "../../importer/index.ts";
import { troubleOf } from "../../importer/lake-connection/lake-trouble.ts";
import { openTestLake } from "../support/open-test-lake.ts";
import { shortStory, storyFolder } from "../support/story-folder.ts";

const failureWith = (code: string): Error => Object.assign(new Error("no way"), { code });

test.each([
  ["a refused connection", failureWith("ECONNREFUSED")],
  ["a host that is not known", failureWith("ENOTFOUND")],
  ["a certificate that has expired", failureWith("CERT_HAS_EXPIRED")],
  ["a failure that another one wraps", new Error("fetch failed", { cause: failureWith("UND_ERR_SOCKET") })],
  ["failures at all addresses of a host", new AggregateError([failureWith("ECONNREFUSED")])],
  ["an answer that is cut off", new SyntaxError("Failed to parsed response body as JSON: Unexpected end")],
])("troubleOf() takes %s for trouble with the network", (_, error) => {
  expect(troubleOf(error)).toEqual({ kind: "passing" });
});

test.each([
  ["a TypeError", new TypeError("x is undefined")],
  ["an error of the file system", failureWith("EACCES")],
  ["anything that is no error", "oops"],
])("troubleOf() takes %s for a bug", (_, error) => {
  expect(troubleOf(error)).toEqual({ kind: "bug" });
});

test("a story that the program fails on fails alone, and is not retried", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({
    "a.txt": shortStory("A bridge opens"),
    "b.txt": shortStory("A tunnel opens"),
  });
  const crashes: Crash[] = [];
  let mutations = 0;
  const report = await runImport({
    inputs: [folder.path],
    client: lake.client,
    onCrash: (crash) => void crashes.push(crash),
    concurrency: 1,
    onPlanned() {
      mutations += 1;
      if (mutations === 1) throw new TypeError("planned is undefined");
    },
  });
  expect(report.counts).toMatchObject({ read: 2, created: 1, failed: 1 });
  expect(report.problems.filter(({ code }) => code === "crashed")).toMatchObject([
    { message: "The program failed on the story: TypeError: planned is undefined" },
  ]);
  expect(crashes).toMatchObject([{ input: `${folder.path}/a.txt`, error: expect.any(TypeError) }]);
});

test("a run that the program fails on is told as that, with what was done", async () => {
  await using lake = await openTestLake();
  await using folder = await storyFolder({ "a.txt": shortStory("A bridge opens") });
  const running = runImport({
    inputs: [folder.path],
    client: lake.client,
    onProgress: () => {
      throw new RangeError("no progress");
    },
  });
  const error: unknown = await running.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ImportError);
  expect(error).toMatchObject({ code: "crashed", cause: expect.any(RangeError) });
});
