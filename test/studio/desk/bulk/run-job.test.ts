import { expect, test } from "vitest";
import { z } from "zod";
import type { BulkJob, BulkStory } from "../../../../studio/desk/bulk/bulk-job.ts";
import { rehearseJob, runJob, undoJob } from "../../../../studio/desk/bulk/run-job.ts";
import { storyWork } from "../../../../studio/desk/bulk/story-work.ts";
import { importFolder, lake, openForEachTest } from "../../../support/lake-and-folder.ts";
import { shortStory } from "../../../support/story-folder.ts";

const town = (name: string): string =>
  `The council of ${name} met on Monday and agreed on the plan for ${name}.`;

openForEachTest({
  "a.txt": shortStory("A bridge opens", town("Aville")),
  "b.txt": shortStory("B bridge opens", town("Beville")),
  "c.txt": shortStory("C bridge opens", town("Ceville")),
});

const rows = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    contentHash: z.string(),
    revision: z.string(),
    assignee: z
      .string()
      .nullish()
      .transform((id) => id ?? undefined),
  }),
);

/** The stories as a list shows them, by their headlines. */
const listed = async (): Promise<readonly BulkStory[]> =>
  rows.parse(
    await lake.client.withConfig({ perspective: "drafts" }).fetch(`
      *[_type == "importRecord"] {
        "id": article._ref, contentHash, "assignee": review.assignee,
        "title": coalesce(article->headline, ""), "revision": article->_rev
      } | order(title asc)`),
  );

/** Everything that is stored, but for what every write changes. */
async function content(): Promise<unknown> {
  const all = await lake.client.fetch<Record<string, unknown>[]>(
    "*[!(_type match 'system.**')] | order(_id asc)",
  );
  return all.map(({ _rev, _updatedAt, _createdAt, history: _, ...one }) => one);
}

const ignore = (): void => undefined;

test("rehearseJob() says what would happen, and runJob() does that and no more", async () => {
  await importFolder();
  const [, b, c] = await listed();
  await lake.client.patch(`drafts.${b?.id}`).set({ pubStatus: "canceled" }).commit();
  await lake.client.patch(`drafts.${c?.id}`).unset(["headline"]).commit();
  const stories = await listed();
  const job: BulkJob = { kind: "publish" };
  const before = await content();
  const rehearsed = await rehearseJob(storyWork(lake.client, job, "ada"), stories, ignore);
  expect(await content()).toEqual(before);
  const kinds = Object.fromEntries(rehearsed.map(({ subject, outcome }) => [subject.id, outcome.kind]));
  expect(Object.values(kinds).toSorted()).toEqual(["done", "invalid", "warned"]);

  const heard: number[] = [];
  const ran = await runJob(storyWork(lake.client, job, "ada"), stories, (done) => heard.push(done));
  expect(heard).toEqual([1, 2, 3]);
  expect(Object.fromEntries(ran.map(({ subject, outcome }) => [subject.id, outcome.kind]))).toEqual(kinds);
  expect(await lake.client.fetch('count(*[_type == "article" && !(_id in path("drafts.**"))])')).toBe(1);
});

test.each<BulkJob>([
  { kind: "publish" },
  { kind: "done" },
  { kind: "reject" },
  { kind: "tag", value: "bridges" },
  { kind: "source", value: "source-reuters" },
  { kind: "assign", value: "grace" },
])("undoJob() takes back all that a job has done: %j", async (job) => {
  await importFolder();
  const before = await content();
  const stories = await listed();
  const results = await runJob(storyWork(lake.client, job, "ada"), stories, ignore);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(["done", "done", "done"]);
  expect(await content()).not.toEqual(before);
  const undone = await undoJob(results, ignore);
  expect(undone.map(({ outcome }) => outcome.kind)).toEqual(["done", "done", "done"]);
  expect(withoutSince(await content())).toEqual(withoutSince(before));
});

/** A story that has left a state and come back is in it anew. */
const withoutSince = (all: unknown): unknown =>
  JSON.parse(JSON.stringify(all, (name, value: unknown) => (name === "since" ? undefined : value)));

test("undoJob() leaves what somebody has said since, and tells of which story", async () => {
  await importFolder();
  const stories = await listed();
  const results = await runJob(storyWork(lake.client, { kind: "reject" }, "ada"), stories, ignore);
  const [first] = stories;
  const decision = { kind: "done", by: "eve", at: "2026-03-01T00:00:00.000Z", of: first?.contentHash };
  await lake.client.patch(`import.${first?.id}`).set({ "review.decision": decision }).commit();
  const undone = await undoJob(results, ignore);
  expect(undone.map(({ outcome }) => outcome.kind)).toEqual(["moved", "done", "done"]);
});

test("a job tells of a story that the lake refuses, and goes on with the others", async () => {
  await importFolder();
  const stories = await listed();
  const [first] = stories;
  lake.answer(async (request) => {
    const isFirst = request.method === "POST" && (await request.clone().text()).includes(first?.id ?? "-");
    return isFirst ? new Response("{}", { status: 403 }) : lake.fetch(request);
  });
  const results = await runJob(storyWork(lake.client, { kind: "done" }, "ada"), stories, ignore);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(["failed", "done", "done"]);
});
