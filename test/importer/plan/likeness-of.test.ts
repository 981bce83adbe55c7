import { expect, test } from "vitest";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

const sentences = Array.from(
  { length: 12 },
  (_, number) => `Councillor ${number} spoke of the bridge for an hour.`,
);
const text = (who: string): string =>
  shortStory("Bridge opens", sentences.join(" ").replace("Councillor 7", who));

openForEachTest({ "a.txt": text("Councillor 7") });

const questions = (): Promise<unknown> =>
  lake.client.fetch(
    '*[_type == "importRecord"] | order(input) {input, "asked": problems[code == "near-duplicate"].message}',
  );

test("a story that is written again for another reason is asked about as before", async () => {
  await importFolder();
  await folder.write({ "b.txt": text("The mayor") });
  await importFolder();
  const before = await questions();
  expect(before).toEqual([
    { input: "a.txt", asked: [] },
    { input: "b.txt", asked: ['Possibly the same story as "a.txt"'] },
  ]);
  // Published along, so that every record is written.
  await importFolder({ publish: true });
  expect(await lake.client.fetch('count(*[_type == "article" && !(_id in path("drafts.**"))])')).toBe(2);
  expect(await questions()).toEqual(before);
});
