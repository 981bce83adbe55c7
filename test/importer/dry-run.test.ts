import { expect, test } from "vitest";
import { applyPlan, planImport, undoRun } from "../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { shortStory } from "../support/story-folder.ts";
import { makePicture } from "./assets/make-pictures.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const page = (name: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>` +
  `<figure><img src="pier.png" alt="The pier"><figcaption>The pier on Monday (Reuters)</figcaption></figure>` +
  "<p>The pier has been closed since the storm, and nobody knows for how long it will stay so.</p>" +
  "<p>The council meets on Friday, and the harbour master wants to be heard before it decides.</p></article></body></html>";

test("a dry run sends nothing that could change anything, whatever it does: import, plan, apply, undo, pictures", async () => {
  const sent: string[] = [];
  lake.intercept(({ method, url }) => {
    const { pathname } = new URL(url);
    if (method !== "GET" && !pathname.includes("/data/query/"))
      sent.push(pathname.replace(/.*\/(data|assets)\//, "$1/"));
    return undefined;
  });
  await importFolder({ newRunId: () => "one" });
  await folder.write({
    "a.txt": shortStory("Bridge is open"),
    "b.html": page("Pier closed"),
    "pier.png": await makePicture("png"),
  });
  sent.length = 0;

  const imported = await importFolder({ dryRun: true });
  expect(imported).toMatchObject({ dryRun: true, counts: { created: 1, updated: 1 } });
  expect(imported.problems.map(({ code }) => code)).not.toContain("image-not-read");
  const published = await importFolder({ dryRun: true, publish: true });
  expect(published.counts).toMatchObject({ created: 1, updated: 1 });
  const { plan } = await planImport({ inputs: [folder.path], client: lake.client });
  expect(JSON.stringify(plan)).toMatch(/image-[0-9a-f]{40}-6x4-png/);
  const applied = await applyPlan({ client: lake.client, plan, dryRun: true });
  expect(applied.stories.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
  const undone = await undoRun({ client: lake.client, run: "one", dryRun: true });
  expect(undone).toMatchObject({ dryRun: true, stories: [{ kept: [] }], sources: { kept: [] } });
  expect(undone.sources.restored).toHaveLength(1);
  expect(sent).toEqual([]);

  // The same, in earnest.
  await importFolder();
  await undoRun({ client: lake.client, run: "one" });
  expect(new Set(sent)).toEqual(new Set(["assets/images/production", "data/mutate/production"]));
});
