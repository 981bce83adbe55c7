import { expect, test } from "vitest";
import { listRuns, showRun, undoRun, type ImportOptions } from "../../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../../support/lake-and-folder.ts";
import { shortStory } from "../../../support/story-folder.ts";

openForEachTest({
  "a.txt": shortStory("Bridge opens"),
  "b.txt": shortStory("Tunnel opens", "At last."),
});

const importAs = (run: string, options: Partial<ImportOptions> = {}) =>
  importFolder({ newRunId: () => run, ...options });
const undo = (run: string) => undoRun({ client: lake.client, run });

/** All content, without what the lake keeps about it and without the accounts of the runs. */
async function content(): Promise<unknown> {
  const all = await lake.client.fetch<Record<string, unknown>[]>('*[_type != "importRun"] | order(_id)');
  return all.map(({ _rev, _updatedAt, _createdAt, _system, history, ...rest }) => rest);
}
const articleIds = (): Promise<string[]> => lake.client.fetch('*[_type == "article"] | order(headline)._id');

test.each([false, true])(
  "undoRun() of a first import leaves an empty dataset (published: %s)",
  async (publish) => {
    const { counts } = await importAs("one", { publish });
    expect(counts.created).toBe(2);
    const report = await undo("one");
    expect(report.stories.flatMap(({ kept }) => kept)).toEqual([]);
    expect(report.sources.kept).toEqual([]);
    expect(await content()).toEqual([]);
    expect((await importAs("two", { publish })).counts.created).toBe(2);
  },
);

test.each([false, true])(
  "undoRun() of a correction gives back the former state (published: %s)",
  async (publish) => {
    await importAs("one", { publish });
    const before = await content();
    await folder.write({
      "a.txt": shortStory("Bridge is open", "The council met on Monday and agreed on it."),
    });
    expect((await importAs("two", { publish })).counts.updated).toBe(1);
    const corrected = await content();
    expect(corrected).not.toEqual(before);
    expect((await undo("two")).stories).toMatchObject([{ input: "a.txt", kept: [] }]);
    expect(await content()).toEqual(before);
    await importAs("three", { publish });
    expect(strip(await content())).toEqual(strip(corrected));
  },
);

test("undoRun() says how far it is, and the record of the run who undid it", async () => {
  await importAs("one");
  const steps: (readonly [number, number])[] = [];
  const onProgress = (done: number, all: number): void => void steps.push([done, all]);
  await undoRun({ client: lake.client, run: "one", dryRun: true, by: "ada", onProgress });
  expect(await lake.client.fetch('*[_type == "importRun"][0].undoneBy')).toBe(null);
  await undoRun({ client: lake.client, run: "one", by: "ada", onProgress });
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
    [1, 2],
    [2, 2],
  ]);
  expect(await lake.client.fetch('*[_type == "importRun"][0]')).toMatchObject({ undoneBy: "ada" });
});

test("undoRun() gives back the drafts that a run published", async () => {
  await importAs("one");
  const before = await content();
  await importAs("two", { publish: true });
  expect(await content()).not.toEqual(before);
  await undo("two");
  expect(strip(await content())).toEqual(strip(before));
});

test("undoRun() gives back a draft of what was published, which a run published over it", async () => {
  await importAs("one", { publish: true });
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importAs("two");
  const before = await content();
  await importAs("three", { publish: true });
  expect(await lake.client.fetch('count(*[_id in path("drafts.**")])')).toBe(0);
  const { stories } = await undo("three");
  expect(stories).toMatchObject([{ kept: [] }]);
  expect(strip(await content())).toEqual(strip(before));
});

test("undoRun() leaves what somebody has changed since, and whatever that needs", async () => {
  await importAs("one");
  const [id = ""] = await articleIds();
  await lake.client.patch(id).set({ headline: "Bridge is open" }).commit();
  const report = await undo("one");
  expect(report.stories.find(({ input }) => input === "a.txt")?.kept).toMatchObject([
    { id, why: "changed since" },
  ]);
  expect(report.sources.kept).toMatchObject([{ why: "in use" }]);
  expect(await articleIds()).toEqual([id]);
});

test("undoRun() takes back single fields beside those that somebody has changed since", async () => {
  await importAs("one");
  await folder.write({
    "a.txt": shortStory("Bridge is open", "The council met on Monday and agreed on it."),
  });
  await importAs("two");
  const id = await lake.client.fetch<string>('*[_type == "article" && headline == "Bridge is open"][0]._id');
  await lake.client.patch(id).set({ headline: "Open" }).commit();
  const { stories } = await undo("two");
  expect(stories[0]).toMatchObject({
    restored: [id],
    kept: [{ id, path: "headline", why: "changed since" }],
  });
  const article = await lake.client.fetch("*[_id == $id][0]{ headline, 'text': body[0].children[0].text }", {
    id,
  });
  expect(article).toEqual({ headline: "Open", text: "The council met on Monday and agreed on the plan." });
});

test("undoRun() a second time, or of a run that never was, finds nothing to take back", async () => {
  await importAs("one");
  await undo("one");
  await expect(undo("one")).rejects.toMatchObject({ code: "run-not-found" });
  await expect(undo("never")).rejects.toMatchObject({ code: "run-not-found" });
});

test("undoRun() in a dry run tells what it would do and sends no mutation", async () => {
  await importAs("one");
  const before = lake.requests.get("mutate");
  const dry = await undoRun({ client: lake.client, run: "one", dryRun: true });
  expect(lake.requests.get("mutate")).toBe(before);
  expect({ ...(await undo("one")), dryRun: true }).toEqual(dry);
});

test("undoRun() reads again when somebody writes at the same moment, and never over it", async () => {
  await importAs("one");
  const [id = ""] = await articleIds();
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await lake.client.patch(id).set({ headline: "Bridge is open" }).commit();
    }
    return lake.fetch(request);
  });
  await undo("one");
  expect(await articleIds()).toEqual([id]);
});

test("undoRun() leaves the draft that a run made of a published article, once that is unpublished", async () => {
  await importAs("one", { publish: true });
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importAs("two");
  const [draft] = await lake.client.fetch<string[]>('*[_type == "article" && _id in path("drafts.**")]._id');
  const publishedId = String(draft).replace("drafts.", "");
  const actionType = "sanity.action.document.unpublish";
  await lake.client.action({ actionType, publishedId, draftId: `drafts.${publishedId}` });
  const { stories } = await undo("two");
  expect(stories).toMatchObject([{ restored: [], kept: [{ id: draft, why: "unpublished since" }] }]);
  expect(await articleIds()).toContain(draft);
});

test("undoRun() takes back what a run published from a draft that was begun since, too", async () => {
  await importAs("one", { publish: true });
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importAs("two", { publish: true });
  const published = '*[_type == "article" && headline == "Bridge is open"][0]';
  const { _id, ...content } = await lake.client.fetch<{ _id: string; _type: string }>(published);
  await lake.client.create({ ...content, _id: `drafts.${_id}`, kicker: "Town" });
  const { stories } = await undo("two");
  expect(stories).toMatchObject([{ restored: [_id, `drafts.${_id}`], kept: [] }]);
  const draft = await lake.client.getDocument(`drafts.${_id}`);
  expect(draft).toMatchObject({ headline: "Bridge opens", kicker: "Town" });
});

test("undoRun() that was cut off after the stories takes their sources back when it is run again", async () => {
  await importAs("one");
  let mutations = 0;
  lake.intercept((request) =>
    new URL(request.url).pathname.includes("/data/mutate/") && ++mutations > 2
      ? Response.json({ error: { description: "busy" } }, { status: 503 })
      : undefined,
  );
  const cutOff = undoRun({ client: lake.client, run: "one", pause: async () => {} });
  await expect(cutOff).rejects.toMatchObject({ code: "lake-unreachable" });
  lake.intercept(undefined);
  const sources = '*[_type == "source"]._id';
  expect(await lake.client.fetch(sources)).toHaveLength(1);
  expect((await undo("one")).sources.restored).toHaveLength(1);
  expect(await content()).toEqual([]);
  await expect(undo("one")).rejects.toMatchObject({ code: "run-not-found" });
});

test("undoRun() again takes back what it had to leave, once that is as the run wrote it", async () => {
  await importAs("one");
  const [id = ""] = await articleIds();
  await lake.client.patch(id).set({ headline: "Bridge is open" }).commit();
  expect((await undo("one")).stories.flatMap(({ kept }) => kept)).toHaveLength(1);
  const mutations = lake.requests.get("mutate");
  expect((await undo("one")).stories).toMatchObject([{ restored: [], kept: [{ id }] }]);
  expect(lake.requests.get("mutate")).toBe((mutations ?? 0) + 1);
  await lake.client.patch(id).set({ headline: "Bridge opens" }).commit();
  expect((await undo("one")).stories).toMatchObject([{ restored: [id], kept: [] }]);
  expect(await content()).toEqual([]);
});

test("listRuns() knows a run that was cut off, and none that wrote nothing", async () => {
  await importAs("one");
  await importAs("two");
  let mutations = 0;
  await folder.write({ "c.txt": shortStory("Ferry sails"), "d.txt": shortStory("Port closes") });
  lake.intercept((request) =>
    new URL(request.url).pathname.includes("/data/mutate/") && ++mutations > 1
      ? Response.json({ error: { description: "busy" } }, { status: 503 })
      : undefined,
  );
  const cutOff = importAs("three", { concurrency: 1, pause: async () => {} });
  await expect(cutOff).rejects.toMatchObject({ code: "lake-unreachable" });
  lake.intercept(undefined);
  expect(await listRuns(lake.client)).toMatchObject([
    { run: "three" },
    { run: "one", counts: { created: 2 } },
  ]);
  expect((await listRuns(lake.client))[0]?.finishedAt).toBeUndefined();
  await undo("three");
  expect((await listRuns(lake.client))[0]?.undoneAt).toBeDefined();
});

test("showRun() tells what a run wrote for each story", async () => {
  await importAs("one");
  const { stories } = await showRun(lake.client, "one");
  expect(stories.map(({ input }) => input)).toEqual(["a.txt", "b.txt"]);
  expect(stories[0]?.changes).toContainEqual({
    kind: "create",
    id: expect.stringMatching(/^drafts\.article-/),
  });
  await expect(showRun(lake.client, "never")).rejects.toMatchObject({ code: "run-not-found" });
});

/** What a record says about its last import differs from run to run. */
const strip = (documents: unknown): unknown =>
  JSON.parse(
    JSON.stringify(documents, (name, value) =>
      /^(run|importedAt|problems)$/.test(name) ? undefined : value,
    ),
  );
