import { beforeEach, expect, test } from "vitest";
import { carryOut, type Outcome } from "../../../../studio/desk/acts/carry-out.ts";
import type { Act } from "../../../../studio/desk/acts/act.ts";
import { publish } from "../../../../studio/desk/acts/publish.ts";
import {
  alsoReadOf,
  keepOther,
  takeField,
  twoStories,
} from "../../../../studio/desk/duplicates/decide-pair.ts";
import { folder, importFolder, lake, openForEachTest } from "../../../support/lake-and-folder.ts";
import { shortStory } from "../../../support/story-folder.ts";

const sentences = Array.from(
  { length: 12 },
  (_, number) => `Councillor ${number} spoke of the bridge for an hour.`,
);
const text = (who: string, headline = "Bridge opens"): string =>
  shortStory(headline, sentences.join(" ").replace("Councillor 7", who));

openForEachTest({ "a.txt": text("Councillor 7") });

let a: string;
let b: string;
beforeEach(async () => {
  await importFolder();
  await folder.write({ "b.txt": text("The mayor") });
  await importFolder();
  [a = "", b = ""] = await lake.client.fetch<string[]>(
    '*[_type == "importRecord"] | order(input).article._ref',
  );
});

interface Standing {
  readonly hash: string;
  readonly state: string;
  readonly open: readonly string[] | null;
  readonly decision: object | null;
  readonly settled: readonly { readonly _key: string; readonly how: string }[] | null;
}

const standing = (articleId: string): Promise<Standing> =>
  lake.client.fetch(
    `*[_type == "importRecord" && article._ref == $articleId][0]{
      "hash": contentHash, "state": review.state, "open": review.open, "decision": review.decision,
      "settled": review.settled[]{_key, how}
    }`,
    { articleId },
  );

const act = (what: Act, articleId: string, otherId: string): Promise<Outcome> =>
  carryOut(lake.client, what, { articleId, by: "ada", alsoRead: alsoReadOf(otherId) });

const isAsked = async (articleId: string): Promise<boolean> =>
  (await standing(articleId)).open?.includes("near-duplicate") === true;

test("twoStories() settles the question on both, for whatever their sources send later", async () => {
  expect(await isAsked(b)).toBe(true);
  expect(await act(twoStories(a), b, a)).toMatchObject({ kind: "done" });
  expect((await standing(b)).settled).toEqual([{ _key: `near-duplicate.${a}`, how: "not-needed" }]);
  expect((await standing(a)).settled).toEqual([{ _key: `near-duplicate.${b}`, how: "not-needed" }]);

  const sent = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 2 });
  expect(lake.requests.get("mutate")).toBe(sent);
  // The text of the one that did not ask changes, and is still nearly that of the other: now both ask.
  await folder.write({ "a.txt": text("Councillor 7").replace("hour.", "hour!") });
  await importFolder();
  const asked = '*[_type == "importRecord" && count(problems[code == "near-duplicate"]) > 0].article._ref';
  expect(new Set(await lake.client.fetch<string[]>(asked))).toEqual(new Set([a, b]));
  expect([await isAsked(a), await isAsked(b)]).toEqual([false, false]);
  expect(await act(twoStories(a), b, a)).toEqual({ kind: "gone" });
});

test("keepOther() puts one aside as the same as the other, and deletes nothing; a new text brings it back", async () => {
  const { hash } = await standing(b);
  expect(await act(keepOther(a, "another text"), b, a)).toEqual({ kind: "moved" });
  expect(await act(keepOther(a, hash), b, a)).toMatchObject({ kind: "done", review: { state: "rejected" } });
  expect(await standing(b)).toMatchObject({
    state: "rejected",
    decision: { kind: "rejected", by: "ada", sameAs: a },
  });
  expect(await standing(a)).toMatchObject({ settled: [{ _key: `near-duplicate.${b}`, how: "done" }] });
  expect(await lake.client.fetch('count(*[_type == "article"])')).toBe(2);
  await importFolder();
  expect(await standing(b)).toMatchObject({ state: "rejected" });
  await folder.write({ "b.txt": text("The porter") });
  await importFolder();
  expect((await standing(b)).state).not.toBe("rejected");
});

test("either of the two can be kept, but none put aside that readers see", async () => {
  const draft = await lake.client.getDocument(`drafts.${a}`);
  await act(publish(draft?._rev ?? ""), a, b);
  expect(await act(keepOther(b, (await standing(a)).hash), a, b)).toEqual({ kind: "shown" });
  expect(await act(keepOther(a, (await standing(b)).hash), b, a)).toMatchObject({ kind: "done" });
});

test.each([
  ["twoStories()", () => twoStories(a)],
  ["keepOther()", async () => keepOther(a, (await standing(b)).hash)],
])("what %s says of both can be undone", async (_, deed) => {
  const before = [await standing(a), await standing(b)];
  const outcome = await act(await deed(), b, a);
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  expect(await outcome.undo()).toMatchObject({ kind: "done" });
  expect([await standing(a), await standing(b)]).toEqual(before);
});

test("twoStories() settles what one asks about another that is gone", async () => {
  await lake.client.delete({ query: `*[_id in ["import.${a}", "drafts.${a}"]]` });
  expect(await act(twoStories(a), b, a)).toMatchObject({ kind: "done" });
  expect(await isAsked(b)).toBe(false);
  expect(await act(keepOther(a, (await standing(b)).hash), b, a)).toEqual({ kind: "gone" });
});

test("takeField() takes over what the other has, in a draft", async () => {
  await lake.client.patch(`drafts.${a}`).set({ subHeadline: "After ten years" }).commit();
  expect(await act(takeField("subHeadline", a), b, a)).toMatchObject({ kind: "done" });
  expect(await lake.client.getDocument(`drafts.${b}`)).toMatchObject({ subHeadline: "After ten years" });
  expect(await act(takeField("edNote", a), b, a)).toEqual({ kind: "gone" });
});
