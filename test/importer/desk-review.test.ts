import { expect, test } from "vitest";
import { undoRun } from "../../importer/index.ts";
import type { Review, Settlement } from "../../schemas/index.ts";
import { readStoredStory } from "../support/desk-story.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { shortStory } from "../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const undated = "publication-date-unknown";

const read = async () => (await readStoredStory(lake)).record;
const reviewNow = async (): Promise<Review> => (await readStoredStory(lake)).review;
/** The problems of the story that are open, as the desk shows them. */
const open = async () => (await readStoredStory(lake)).open;

/** Imports a story in which nothing is missing. */
async function importDated(title: string, publish = false): Promise<void> {
  await folder.remove("a.txt").catch(() => undefined);
  const head = `---\ntitle: ${title}\ndate: 2026-03-01T10:00:00Z\nsource: Reuters\n---`;
  await folder.write({ "b.md": `${head}\n\nThe council met on Monday and agreed on the plan.\n` });
  await importFolder({ publish });
}

/** What is stored is what anybody would work out. */
async function expectTrue(): Promise<void> {
  const { review, fresh } = await readStoredStory(lake);
  expect(fresh).toEqual(review);
}

/** Somebody says something of the story. */
async function say(said: Partial<Review>): Promise<void> {
  const { _id } = await read();
  const set = Object.fromEntries(Object.entries(said).map(([field, value]) => [`review.${field}`, value]));
  await lake.client.patch(_id).set(set).commit();
}

async function settle(code: string): Promise<Settlement> {
  const review = await reviewNow();
  const problem = (await open()).find((one) => one.code === code);
  const of = { _key: problem?._key ?? "", code, by: "ada", at: "2026-03-01T12:00:00.000Z" };
  const settlement: Settlement = { _type: "settlement", how: "not-needed", ...of };
  await say({ settled: [...(review.settled ?? []), settlement] });
  return settlement;
}

const decided = async (kind: "done" | "rejected") =>
  ({ kind, by: "ada", at: "2026-03-01T12:00:00.000Z", of: (await read()).contentHash }) as const;

test("an import stores where the story stands with its record", async () => {
  await importFolder();
  expect(await reviewNow()).toMatchObject({
    state: "doubtful",
    gravity: 4,
    open: [undated],
    language: "en",
    sources: ["source-reuters"],
  });
  await expectTrue();
});

test.each([
  ["as a draft", false, "ready"],
  ["published", true, "done"],
])("a story without problems is %s (%s) %s", async (_, publish, state) => {
  await importDated("Bridge opens", publish);
  expect(await reviewNow()).toMatchObject({ state });
  await expectTrue();
});

test("an import without changes writes nothing, whatever people have said", async () => {
  await importFolder();
  await settle(undated);
  await say({ assignee: "ada", decision: await decided("done") });
  const before = await read();
  const mutations = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  expect([await read(), lake.requests.get("mutate")]).toEqual([before, mutations]);
});

test("what people have said stays over a correction, and a settled problem stays settled", async () => {
  await importFolder();
  const settlement = await settle(undated);
  const said = { assignee: "ada", decision: await decided("done") };
  await say(said);
  await folder.write({ "a.txt": shortStory("Bridge is open", "The council met, and agreed.") });
  await importFolder();
  const review = await reviewNow();
  expect(review).toMatchObject({ ...said, settled: [settlement], state: "new" });
  expect(review).not.toHaveProperty("open");
  await expectTrue();
});

test("a settled problem is open again once the source has another value there, and only then", async () => {
  const untold = "Bridge opens\n\nThe council met on Monday and agreed on the plan.\n";
  await folder.write({ "a.txt": untold });
  await importFolder();
  const settlement = await settle("source-unknown");
  await folder.write({ "a.txt": untold.replace("agreed", "disagreed") });
  await importFolder();
  expect((await reviewNow()).settled).toEqual([settlement]);
  expect((await open()).map(({ code }) => code)).not.toContain("source-unknown");
  await folder.write({ "a.txt": `${untold}\nSource: Reuters\n` });
  await importFolder();
  expect(await reviewNow()).not.toHaveProperty("settled");
  await folder.write({ "a.txt": untold });
  await importFolder();
  expect((await open()).map(({ code }) => code)).toContain("source-unknown");
});

test("a withdrawal is graver than what was decided about the text before", async () => {
  await importFolder();
  await say({ decision: await decided("rejected") });
  await folder.write({ "a.txt": `KILL\n\n${shortStory("Bridge opens")}` });
  await importFolder();
  expect(await reviewNow()).toMatchObject({ state: "withdrawn", gravity: 0 });
  await expectTrue();
});

test("undoing a run leaves a true review, and what people have said since", async () => {
  await importFolder({ newRunId: () => "one" });
  await folder.write({ "a.txt": `KILL\n\n${shortStory("Bridge opens")}` });
  await importFolder({ newRunId: () => "two" });
  await say({ assignee: "ada" });
  const { stories } = await undoRun({ client: lake.client, run: "two" });
  expect(stories).toMatchObject([{ kept: [] }]);
  expect(await reviewNow()).toMatchObject({ state: "doubtful", assignee: "ada" });
  await expectTrue();
});

test("undoing what can be undone of a run leaves a true review", async () => {
  await importFolder({ newRunId: () => "one" });
  await folder.write({ "a.txt": `KILL\n\n${shortStory("Tunnel opens")}` });
  await importFolder({ newRunId: () => "two" });
  const [id = ""] = await lake.client.fetch<string[]>('*[_type == "article"]._id');
  await lake.client.patch(id).set({ edNote: "Called the wire." }).commit();
  const { stories } = await undoRun({ client: lake.client, run: "two" });
  expect(stories).toMatchObject([{ kept: [{ path: "edNote" }] }]);
  await expectTrue();
});

test("what people have said is no reason for an undo to keep anything", async () => {
  await importFolder({ newRunId: () => "one" });
  await settle(undated);
  await undoRun({ client: lake.client, run: "one" });
  expect(await lake.client.fetch('count(*[_type in ["importRecord", "article"]])')).toBe(0);
});

test("a picture that an editor has put into the article counts for where the story stands", async () => {
  await importDated("Bridge opens");
  await lake.client.create({ _id: "6f3c", _type: "newsImage", creditLine: "Reuters" });
  const [id = ""] = await lake.client.fetch<string[]>('*[_type == "article"]._id');
  const image = { _type: "figure", image: { _type: "reference", _ref: "6f3c" } };
  await lake.client.patch(id).set({ leadImage: image }).commit();
  await importDated("Bridge is open");
  expect(await reviewNow()).toMatchObject({
    state: "pictures",
    open: ["missing-asset", "missing-alt-text"],
  });
  await expectTrue();
});

test("a review that cannot be read is no reason not to know the story", async () => {
  await importFolder();
  const { _id } = await read();
  await lake.client.patch(_id).set({ "review.state": "of another version" }).commit();
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  expect((await importFolder()).counts).toMatchObject({ updated: 1 });
  await expectTrue();
});
