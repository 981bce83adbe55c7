import { expect, test } from "vitest";
import { failuresOfRun } from "../../../importer/runs/failures-of-run.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest({ "good.txt": shortStory("Bridge opens") });

test("the record of a run lists the stories that failed, with their problems", async () => {
  await folder.write({ "bad.txt": "A\u0000B" });
  const { run, counts } = await importFolder();
  expect(counts).toMatchObject({ created: 1, failed: 1 });
  const [failures] = await lake.client.fetch('*[_type == "importRun" && run == $run].failures', { run });
  expect(failures).toMatchObject([
    { _type: "failedStory", input: expect.stringMatching(/bad\.txt$/), problems: [{ code: "nul-byte" }] },
  ]);
});

test("failuresOfRun() lists no more than a hundred, each under a key of its own", () => {
  const failures = failuresOfRun();
  failures.add({ outcome: "created", input: "good.txt", problems: [] });
  for (let number = 0; number < 150; number += 1) {
    failures.add({ outcome: "failed", input: "wire.ndjson", problems: [] });
  }
  expect(new Set(failures.get().map(({ _key }) => _key)).size).toBe(100);
});
