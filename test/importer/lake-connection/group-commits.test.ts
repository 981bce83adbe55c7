import { beforeEach, expect, test } from "vitest";
import type { ImportOptions, ImportReport } from "../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

const numberOfStories = 12;

openForEachTest();
beforeEach(async () => {
  for (let number = 0; number < numberOfStories; number += 1) {
    await folder.write({ [`${number}.txt`]: shortStory(`Story ${number}`, `It has the number ${number}.`) });
  }
});

const run = (options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importFolder({ pause: async () => {}, ...options });

const bodyOf = async (request: Request): Promise<string> =>
  request.method === "POST" && new URL(request.url).pathname.includes("/data/mutate/")
    ? request.clone().text()
    : "";

test("runImport() sends many stories in one request", async () => {
  expect((await run()).counts).toMatchObject({ created: numberOfStories });
  // The stories, and the end of the run.
  expect(lake.requests.get("mutate")).toBe(2);
});

test("runImport() reports a source that many stories need as made by one of them", async () => {
  const report = await run();
  const made = report.stories.flatMap(({ changes }) => changes).filter(({ type }) => type === "source");
  expect(made).toHaveLength(1);
});

test("runImport() fails only the story that the lake refuses, not those sent along with it", async () => {
  const { fetch } = lake;
  lake.answer(async (request) =>
    (await bodyOf(request)).includes("the number 7")
      ? Response.json({ error: { description: "too long a number" } }, { status: 400 })
      : fetch(request),
  );
  const report = await run();
  expect(report.counts).toMatchObject({ read: numberOfStories, created: numberOfStories - 1, failed: 1 });
  expect(report.stories.filter(({ outcome }) => outcome === "failed").map(({ input }) => input)).toEqual([
    expect.stringContaining("7.txt"),
  ]);
});

test("runImport() merges only the story that an editor worked on while it was sent along with others", async () => {
  await run();
  for (let number = 0; number < numberOfStories; number += 1) {
    await folder.write({ [`${number}.txt`]: shortStory(`Story ${number}`, `It still has ${number}.`) });
  }
  const id = await lake.client.fetch<string>('*[_type == "article" && headline == "Story 3"][0]._id');
  const { fetch } = lake;
  let isEdited = false;
  lake.answer(async (request) => {
    if (!isEdited && (await bodyOf(request)) !== "") {
      isEdited = true;
      const mutations = [{ patch: { id, set: { headline: "The third" } } }];
      await fetch(
        new Request(request.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ mutations }),
        }),
      );
    }
    return fetch(request);
  });
  expect((await run()).counts).toMatchObject({ merged: 1, updated: numberOfStories - 1, failed: 0 });
  expect(await lake.client.fetch("*[_id == $id][0].headline", { id })).toBe("The third");
});
