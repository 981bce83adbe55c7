import { expect, test } from "vitest";
import { z } from "zod";
import {
  applyPlan,
  parsePlan,
  planImport,
  renderApplied,
  renderPlan,
  runImport,
  undoRun,
} from "../../../../importer/index.ts";
import { folder, lake, openForEachTest } from "../../../support/lake-and-folder.ts";
import { openTestLake } from "../../../support/open-test-lake.ts";
import { shortStory } from "../../../support/story-folder.ts";

openForEachTest({
  "a.txt": shortStory("Bridge opens"),
  "b.txt": shortStory("Tunnel opens", "At last."),
});

const options = () => ({
  inputs: [folder.path],
  client: lake.client,
  newRunId: () => "planned",
  now: () => new Date("2026-11-23T10:00:00Z"),
});
/** Planned, and through a file. */
const plan = async () => parsePlan(JSON.stringify((await planImport(options())).plan));
const apply = async (made: Awaited<ReturnType<typeof plan>>) =>
  applyPlan({ client: lake.client, plan: made });
const outcomes = ({ stories }: Awaited<ReturnType<typeof apply>>) => stories.map(({ outcome }) => outcome);
const typed = z.looseObject({ _type: z.string() });
const content = async (client = lake.client): Promise<unknown> => {
  const all = await client.fetch<Record<string, unknown>[]>('*[_type != "importRun"] | order(_id)');
  return all.map(({ _rev, _updatedAt, _createdAt, _system, ...rest }) => rest);
};

test("planImport() sends no mutation, and applying its plan writes what the import would have written", async () => {
  const made = await plan();
  expect(lake.requests.get("mutate")).toBeUndefined();
  expect(outcomes(await apply(made))).toEqual(["applied", "applied"]);
  await using other = await openTestLake();
  await runImport({ ...options(), client: other.client });
  // What is learned of the outlet is no part of a plan: the next import learns it.
  const stories = (all: unknown): unknown =>
    z
      .array(typed)
      .parse(all)
      .filter(({ _type }) => _type !== "outletProfile");
  expect(stories(await content())).toEqual(stories(await content(other.client)));
  expect((await runImport(options())).counts).toMatchObject({ unchanged: 2 });
});

test("applyPlan() writes nothing the second time, and its run can be undone", async () => {
  const made = await plan();
  await apply(made);
  const before = lake.requests.get("mutate");
  expect(outcomes(await apply(made))).toEqual(["applied before", "applied before"]);
  expect(lake.requests.get("mutate")).toBe(before);
  await undoRun({ client: lake.client, run: "planned" });
  expect(await content()).toEqual([]);
});

test("applyPlan() refuses to make a draft of what has been published anew since", async () => {
  await runImport({ ...options(), newRunId: () => "first", publish: true });
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  const made = await plan();
  const id = await lake.client.fetch<string>('*[_type == "article" && headline == "Bridge opens"][0]._id');
  await lake.client.patch(id).set({ kicker: "Town" }).commit();
  const report = await apply(made);
  expect(report.stories).toMatchObject([{ outcome: "refused", refused: [{ id, why: "changed since" }] }]);
  expect(await lake.client.getDocument(`drafts.${id}`)).toBeUndefined();
});

test("applyPlan() refuses a story of which a document has moved, names it, and applies the others", async () => {
  await runImport({ ...options(), newRunId: () => "first" });
  await folder.write({
    "a.txt": shortStory("Bridge is open"),
    "b.txt": shortStory("Tunnel is open", "At last."),
  });
  const made = await plan();
  const id = await lake.client.fetch<string>('*[_type == "article" && headline == "Bridge opens"][0]._id');
  await lake.client.patch(id).set({ headline: "Open" }).commit();
  const report = await apply(made);
  expect(report.stories[0]).toMatchObject({ outcome: "refused", refused: [{ id, why: "changed since" }] });
  expect(outcomes(report)).toEqual(["refused", "applied"]);
  expect(renderApplied(report)).toContain("Run planned: 1 applied, 0 already applied, 1 refused");
  const headlines = await lake.client.fetch('*[_type == "article"].headline | order(@)');
  expect(headlines).toEqual(["Open", "Tunnel is open"]);
});

test("renderPlan() shows what each document loses and gets", async () => {
  expect(renderPlan(await plan())).toContain('    + headline: "Bridge opens"');
  await runImport(options());
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  const text = renderPlan(await plan());
  expect(text).toMatch(/^Planned 2026-11-23T10:00:00.000Z for dataset production: 1 story\n/);
  expect(text).toContain('    - headline: "Bridge opens"\n    + headline: "Bridge is open"');
  expect(text).not.toContain("Tunnel");
});

test("parsePlan() refuses what is no plan", () => {
  expect(() => parsePlan("{}")).toThrow("Cannot use the plan");
});

test("a plan to change what is published shows that alone, and is refused once an editor has begun a draft", async () => {
  await runImport({ ...options(), newRunId: () => "first", publish: true });
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  const { plan: made } = await planImport({ ...options(), publish: true });
  const shown = renderPlan(made);
  const [id = ""] = await lake.client.fetch<string[]>('*[headline == "Bridge opens"]._id');
  expect(shown.match(/^ {2}\w+ .*$/gm)).toEqual([`  update ${id}`]);
  await lake.client.create({ _id: `drafts.${id}`, _type: "article", headline: "Ours" });
  const { stories } = await apply(made);
  expect(stories).toMatchObject([
    { outcome: "refused", refused: [{ id: `drafts.${id}`, why: "created since" }] },
  ]);
});
