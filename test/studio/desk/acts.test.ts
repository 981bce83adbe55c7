import { expect, test } from "vitest";
import type { Act } from "../../../studio/desk/acts/act.ts";
import { assign, release, take } from "../../../studio/desk/acts/assign.ts";
import { type Outcome, carryOut } from "../../../studio/desk/acts/carry-out.ts";
import { defer, done, reject, reopen } from "../../../studio/desk/acts/decide.ts";
import { publish, publishAndSettle } from "../../../studio/desk/acts/publish.ts";
import { unpublish } from "../../../studio/desk/acts/unpublish.ts";
import { unlessWarned } from "../../../studio/desk/acts/unless-warned.ts";
import { settleProblem } from "../../../studio/desk/acts/settle-problem.ts";
import { type StoredStory, beginDraft, readStoredStory } from "../../support/desk-story.ts";
import {
  beforeNextMutation,
  folder,
  importFolder,
  lake,
  openForEachTest,
} from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const undated = "publication-date-unknown";
const read = (): Promise<StoredStory> => readStoredStory(lake);

/** Somebody does something to the story. */
const act = async (what: Act, by = "ada"): Promise<Outcome> =>
  carryOut(lake.client, what, { articleId: (await read()).articleId, by });

/** What they give, so that it can be undone. */
async function acted(what: Act, by?: string) {
  const outcome = await act(what, by);
  if (outcome.kind !== "done") throw new Error(`nothing was done: ${outcome.kind}`);
  return outcome;
}

/** What is stored is what anybody would work out. */
async function expectTrue(): Promise<void> {
  const { review, fresh } = await read();
  expect(fresh).toEqual(review);
}

const seenText = async (): Promise<string> => (await read()).record.contentHash;
const draftOf = ({ documents, articleId }: StoredStory) => documents.get(`drafts.${articleId}`);
const seenDraft = async (): Promise<string> => draftOf(await read())?._rev ?? "";

/** What is stored, without what every write changes. */
async function content(): Promise<unknown> {
  const { documents, record } = await read();
  const { review, history: _, ...rest } = record;
  const { since: _since, ...standing } = review ?? { since: "" };
  const all = [...documents.values()].map(({ _rev, _updatedAt, _createdAt, ...one }) => one);
  return { all, rest, standing };
}

/** Acts that only say something of the story, made for the story as it is. */
const sayings: readonly (readonly [name: string, make: () => Promise<Act>, expected: object])[] = [
  ["take()", async () => take, { assignee: "ada", state: "doubtful" }],
  ["assign()", async () => assign("grace", undefined), { assignee: "grace" }],
  ["done()", async () => done(await seenText()), { state: "done", decision: { kind: "done", by: "ada" } }],
  ["reject()", async () => reject(await seenText()), { state: "rejected" }],
  [
    "defer()",
    async () => defer(new Date("2090-01-01T00:00:00Z"), await seenText()),
    { state: "deferred", wakesAt: "2090-01-01T00:00:00.000Z" },
  ],
  [
    "settleProblem()",
    async () => settleProblem(`${undated}.${(await read()).articleId}`, "not-needed"),
    { state: "ready", settled: [{ code: undated, how: "not-needed", by: "ada" }] },
  ],
];

test.each(sayings)(
  "%s writes the review and nothing else, and undo() takes it back",
  async (_, make, expected) => {
    await importFolder();
    const [before, { documents }] = [await content(), await read()];
    const { review, undo } = await acted(await make());
    const after = await read();
    expect(after.review).toMatchObject(expected);
    expect(after.review).toEqual(review);
    expect(after.documents).toEqual(documents);
    await expectTrue();
    expect(await undo()).toMatchObject({ kind: "done" });
    expect(await content()).toEqual(before);
    await expectTrue();
  },
);

test.each(sayings)("undo() of %s leaves what somebody has said since", async (_, make) => {
  await importFolder();
  const { undo } = await acted(await make());
  await lake.client
    .patch((await read()).record._id)
    .set({
      "review.assignee": "eve",
      "review.decision": { kind: "done", by: "eve", at: "2026-03-01T00:00:00.000Z", of: "x" },
      "review.settled": [],
    })
    .commit();
  const before = await read();
  expect(await undo()).toEqual({ kind: "moved" });
  expect((await read()).record).toEqual(before.record);
});

test("undo() takes back what it was about, and leaves what others have said of other things", async () => {
  await importFolder();
  const { undo } = await acted(take);
  await acted(done(await seenText()), "grace");
  expect(await undo()).toMatchObject({ kind: "done" });
  const { review } = await read();
  expect(review).toMatchObject({ state: "done", decision: { by: "grace" } });
  expect(review).not.toHaveProperty("assignee");
});

test("of two who take a story at the same moment one gets it", async () => {
  await importFolder();
  const taken = await Promise.all([act(take, "ada"), act(take, "grace")]);
  expect(taken.map(({ kind }) => kind).toSorted()).toEqual(["done", "moved"]);
  const { assignee = "" } = (await read()).review;
  const other = assignee === "ada" ? "grace" : "ada";
  expect(await act(release, other)).toEqual({ kind: "gone" });
  expect(await act(assign("eve", other))).toEqual({ kind: "moved" });
  expect(await act(release, assignee)).toMatchObject({ kind: "done" });
  expect((await read()).review).not.toHaveProperty("assignee");
});

test("what is decided about a text that the source has changed since is not decided", async () => {
  await importFolder();
  const seen = await seenText();
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importFolder();
  for (const decide of [done(seen), reject(seen), defer(new Date("2090-01-01"), seen)]) {
    expect(await act(decide)).toEqual({ kind: "moved" });
  }
  expect((await read()).review).not.toHaveProperty("decision");
});

test("what readers see is not rejected, nor put aside at all once its source has withdrawn it", async () => {
  await importFolder({ publish: true });
  const { articleId, record } = await read();
  const [seen, later] = [record.contentHash, new Date("2090-01-01")];
  expect(await act(reject(seen))).toEqual({ kind: "shown" });
  await acted(defer(later, seen));
  await acted(reopen);
  // Readers go on seeing it as it was published.
  await beginDraft(lake, articleId, { pubStatus: "canceled" });
  for (const decide of [done(seen), reject(seen), defer(later, seen)]) {
    expect(await act(decide)).toEqual({ kind: "shown" });
  }
  expect((await read()).review).not.toHaveProperty("decision");
});

test("reopen() takes back a decision, whoever has made it", async () => {
  await importFolder();
  expect(await act(reopen)).toEqual({ kind: "gone" });
  await acted(reject(await seenText()));
  await acted(reopen, "grace");
  expect((await read()).review).toMatchObject({ state: "doubtful" });
});

test("settleProblem() settles what is open, once", async () => {
  await importFolder();
  const _key = (await read()).open[0]?._key ?? "";
  await acted(settleProblem(_key, "done"));
  expect((await read()).open).toEqual([]);
  expect(await act(settleProblem(_key, "done"))).toEqual({ kind: "gone" });
  expect(await act(settleProblem("another", "done"))).toEqual({ kind: "gone" });
});

test("carryOut() tries again what only the record was in the way of", async () => {
  await importFolder();
  const { _id } = (await read()).record;
  beforeNextMutation(() => lake.client.patch(_id).set({ "review.assignee": "grace" }).commit());
  await acted(done(await seenText()));
  expect((await read()).review).toMatchObject({ assignee: "grace", state: "done" });
});

test("carryOut() tells of a story that was never imported", async () => {
  await importFolder();
  expect(await carryOut(lake.client, take, { articleId: "article-other", by: "ada" })).toEqual({
    kind: "gone",
  });
});

test("publish() publishes the story with what it refers to, in one transaction with its review", async () => {
  await importFolder();
  const { undo } = await acted(publish(await seenDraft()));
  const { articleId, documents, record, review } = await read();
  expect([...documents.keys()].toSorted()).toEqual([articleId, "source-reuters"]);
  const revisions = await lake.client.fetch<string[]>(
    'array::unique(*[_type in ["article", "source", "importRecord"]]._rev)',
  );
  expect(revisions).toHaveLength(1);
  expect(documents.get(articleId)).toMatchObject({ infoSources: [{ source: { _ref: "source-reuters" } }] });
  expect(JSON.stringify([...documents.values()])).not.toContain("_weak");
  expect(record.suggestions ?? []).toEqual([]);
  expect(review).toMatchObject({ state: "doubtful" });
  await expectTrue();
  expect(await undo()).toMatchObject({ kind: "done" });
});

test("publish() does to the documents what Sanity's publish action does", async () => {
  await importFolder();
  const { articleId } = await read();
  const { undo } = await acted(publish(await seenDraft()));
  const ours = await content();
  await undo();
  await acted(take);
  await acted(release);
  await lake.client.action(
    ["source-reuters", articleId].map((publishedId) => ({
      actionType: "sanity.action.document.publish" as const,
      draftId: `drafts.${publishedId}`,
      publishedId,
    })),
  );
  expect(await content()).toMatchObject({ all: Object(ours).all });
});

test("publish() of an edited story replaces what readers see, and undo() gives both versions back", async () => {
  await importFolder({ publish: true });
  const { articleId } = await read();
  await beginDraft(lake, articleId, { headline: "Bridge is open" });
  const before = await content();
  const { undo } = await acted(publish(await seenDraft()));
  expect((await read()).documents.get(articleId)).toMatchObject({ headline: "Bridge is open" });
  expect(draftOf(await read())).toBeUndefined();
  await undo();
  expect(Object(await content()).all).toEqual(Object(before).all);
});

test("publish() publishes only the draft that the editor has seen", async () => {
  await importFolder();
  const [seen, { articleId }] = [await seenDraft(), await read()];
  beforeNextMutation(() => lake.client.patch(`drafts.${articleId}`).set({ headline: "Another" }).commit());
  expect(await act(publish(seen))).toEqual({ kind: "moved" });
  expect((await read()).documents.has(articleId)).toBe(false);
});

test("publish() names what breaks a rule, and publishes nothing then", async () => {
  await importFolder();
  const id = `drafts.${(await read()).articleId}`;
  await lake.client.patch(id).unset(["headline"]).commit();
  expect(await act(publish(await seenDraft()))).toEqual({ kind: "invalid", ids: [id] });
  await lake.client.delete(id);
  expect(await act(publish(await seenDraft()))).toEqual({ kind: "gone" });
});

test("publish() takes a story up again that was put aside, and leaves one that is done", async () => {
  await importFolder();
  await acted(defer(new Date("2090-01-01"), await seenText()));
  await acted(publish(await seenDraft()));
  expect((await read()).review).not.toHaveProperty("decision");
});

test("unpublish() takes a story from readers, keeps what they read as the draft, and undo() gives it back", async () => {
  await importFolder();
  await acted(publish(await seenDraft()));
  const { documents, articleId } = await read();
  const published = documents.get(articleId);
  const before = await content();
  const { undo, review } = await acted(unpublish(published?._rev ?? ""));
  expect(review.state).toBe("doubtful");
  const after = await read();
  expect(after.documents.has(articleId)).toBe(false);
  expect(draftOf(after)).toMatchObject({ headline: published?.["headline"] });
  await expectTrue();
  expect(await undo()).toMatchObject({ kind: "done" });
  expect(await content()).toEqual(before);
  await expectTrue();
});

test("unpublish() keeps the draft that is there, and takes away only what the editor has seen", async () => {
  await importFolder();
  await acted(publish(await seenDraft()));
  const { documents, articleId } = await read();
  const { _rev: seen = "", ...published } = { ...documents.get(articleId) };
  const edited = { ...published, _id: `drafts.${articleId}`, _type: "article", headline: "Edited" };
  await lake.client.create(edited);
  expect(await act(unpublish("another"))).toEqual({ kind: "moved" });
  await acted(unpublish(seen));
  expect(draftOf(await read())).toMatchObject({ headline: "Edited" });
  expect(await act(unpublish(seen))).toEqual({ kind: "gone" });
});

test("publishAndSettle() leaves nothing to do", async () => {
  await importFolder();
  const before = await content();
  const { undo } = await acted(publishAndSettle(await seenDraft()));
  expect(await read()).toMatchObject({
    open: [],
    review: { state: "done", settled: [{ code: undated, how: "done", by: "ada" }] },
  });
  await expectTrue();
  await undo();
  expect(await content()).toEqual(before);
});

test("undo() of a publication leaves the sources that others have come to need", async () => {
  await importFolder();
  const { undo } = await acted(publish(await seenDraft()));
  const source = { _type: "reference", _ref: "source-reuters" };
  await lake.client.create({ _id: "article-other", _type: "article", infoSources: [{ _key: "a", source }] });
  expect(await undo()).toMatchObject({ kind: "done" });
  const { documents, articleId } = await read();
  expect([...documents.keys()].toSorted()).toEqual(
    ["article-other", `drafts.${articleId}`, "source-reuters"].toSorted(),
  );
});

test("undo() of a publication takes nothing back once somebody has worked on it again", async () => {
  await importFolder();
  const { undo } = await acted(publish(await seenDraft()));
  const { articleId } = await read();
  await lake.client.patch(articleId).set({ headline: "Bridge is open" }).commit();
  expect(await undo()).toEqual({ kind: "moved" });
  expect((await read()).documents.get(articleId)).toMatchObject({ headline: "Bridge is open" });
});

test.each([
  [{ pubStatus: "canceled" }, { order: "withdrawn" }],
  [{ pubStatus: "withheld" }, { order: "withheld" }],
  [{ embargoedUntil: "2090-01-01T00:00:00Z" }, { order: "embargoed", until: "2090-01-01T00:00:00Z" }],
])(
  "unlessWarned() publishes nothing against an order, as it stands at that moment: %j",
  async (order, warning) => {
    await importFolder();
    const { articleId } = await read();
    await lake.client.patch(`drafts.${articleId}`).set(order).commit();
    const seen = await seenDraft();
    expect(await act(unlessWarned(publishAndSettle(seen)))).toEqual({ kind: "warned", warning });
    expect((await read()).documents.has(articleId)).toBe(false);
    expect(await act(publishAndSettle(seen))).toMatchObject({ kind: "done" });
  },
);

test("unlessWarned() publishes what no order speaks against, also when an embargo is over", async () => {
  await importFolder();
  const { articleId } = await read();
  await lake.client.patch(`drafts.${articleId}`).set({ embargoedUntil: "2020-01-01T00:00:00Z" }).commit();
  expect(await act(unlessWarned(publishAndSettle(await seenDraft())))).toMatchObject({ kind: "done" });
});
