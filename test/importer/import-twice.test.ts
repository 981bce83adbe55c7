import fc from "fast-check";
import { expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { openTestLake } from "../support/open-test-lake.ts";
import { storyFolder } from "../support/story-folder.ts";

const line = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    "The bridge is open to all again, and the mayor came.",
    "A heading",
    "Photo: Jane Doe",
    "صورة للجسر (رويترز)",
    "صورة للجسر (الجزيرة)",
    "Source: Reuters, Somebody Else + agencies",
    "المصدر : الجزيرة + وكالات",
  ),
);
const story = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join("\n"));
const stories = fc.dictionary(fc.constantFrom("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"), story, {
  minKeys: 1,
});

test("importing any stories twice changes nothing the second time, as drafts or published", async () => {
  await fc.assert(
    fc.asyncProperty(stories, fc.boolean(), async (files, publish) => {
      await using lake = await openTestLake();
      await using folder = await storyFolder(files);
      const options = { inputs: [folder.path], client: lake.client, publish };
      const first = await runImport(options);
      const mutations = lake.requests.get("mutate");
      const second = await runImport(options);
      expect(lake.requests.get("mutate")).toBe(mutations);
      expect(second.counts).toEqual({
        ...first.counts,
        created: 0,
        unchanged: first.counts.created,
      });
      expect(second.stories.flatMap(({ changes }) => changes)).toEqual([]);
      for (const { counts } of [first, second]) {
        expect(counts.read).toBe(
          counts.created +
            counts.updated +
            counts.unchanged +
            counts.merged +
            counts.suggested +
            counts.skipped +
            counts.failed,
        );
      }
    }),
    { numRuns: 25 },
  );
});
