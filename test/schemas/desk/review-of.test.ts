import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Problem,
  type ReviewedStory,
  type Settlement,
  type StoryDocument,
  importRecord,
  mendedProblems,
  openProblems,
  reviewOf,
} from "../../../schemas/index.ts";

const now = new Date("2026-03-01T12:00:00Z");

const imported = {
  _id: "article-1",
  _type: "article",
  headline: "Bridge opens",
  language: "en",
  pubStatus: "usable",
  publishedAt: "2026-01-31",
  leadImage: { _type: "figure", image: { _type: "reference", _ref: "newsimage-1" } },
  body: [{ _type: "block", _key: "a", children: [] }],
  infoSources: [{ _key: "s", source: { _ref: "source-reuters" } }],
} as const;
const picture = { _id: "newsimage-1", _type: "newsImage", creditLine: "Reuters" } as const;

const problem = (code: string, more: Partial<Problem> = {}): Problem => ({
  _type: "problem",
  _key: `key of ${code}`,
  code,
  message: "A message",
  hint: "A hint.",
  ...more,
});
const doubt = problem("low-confidence", { documentId: "article-1", path: "headline" });

interface Story {
  readonly documents?: readonly StoryDocument[];
  readonly record?: Partial<ReviewedStory["record"]>;
}

const draftOf = (document: object, more: object = {}): StoryDocument => {
  const { _id, _type, ...content }: StoryDocument = { _id: "", _type: "", ...document };
  return { _type, ...content, ...more, _id: `drafts.${_id}` };
};

/** A story with one picture, as it was imported. */
const story = ({ documents, record }: Story = {}): ReviewedStory => ({
  record: {
    article: { _type: "reference", _ref: "article-1", _weak: true },
    contentHash: "hash",
    snapshot: JSON.stringify({ "article-1": imported, "newsimage-1": picture }),
    problems: [],
    ...record,
  },
  documents: documents ?? [draftOf(imported), draftOf(picture)],
});

const settled = (of: Problem, how: Settlement["how"] = "not-needed"): Settlement => ({
  _type: "settlement",
  _key: of._key,
  code: of.code,
  how,
  by: "ada",
  at: "2026-02-28T12:00:00.000Z",
});

const codes = (all: readonly Problem[]): string[] => all.map(({ code }) => code);

test("reviewOf() tells the state, what is open, the gravest first, and what a story is found by", () => {
  const record = { problems: [problem("new-source", { documentId: "source-reuters" }), doubt] };
  expect(reviewOf(story({ record }), now)).toEqual({
    _type: "review",
    state: "doubtful",
    gravity: 4,
    since: "2026-03-01T12:00:00.000Z",
    open: ["low-confidence", "missing-asset", "missing-alt-text"],
    language: "en",
    sources: ["source-reuters"],
  });
});

test("reviewOf() keeps what people have said, and the time of a state that stays", () => {
  const review = { ...reviewOf(story(), new Date("2026-02-01T00:00:00Z")), assignee: "ada" };
  const decision = { kind: "deferred", by: "ada", at: "2026-02-01T00:00:00Z", of: "other" } as const;
  const said = { ...review, decision, settled: [settled(doubt)] };
  expect(reviewOf(story({ record: { review: said } }), now)).toEqual({
    ...said,
    state: "new",
    gravity: 3,
    since: now.toISOString(),
  });
  expect(reviewOf(story({ record: { review } }), now)).toEqual(review);
});

test("reviewOf() wakes at the first time that is still to come, in UTC", () => {
  const embargo = { embargoedUntil: "2026-03-02T10:00:00+02:00" };
  const documents = [draftOf(imported, embargo), { ...imported, embargoedUntil: "2026-02-01T00:00:00Z" }];
  const until = "2026-03-01T18:00:00.000Z";
  const decision = {
    kind: "deferred",
    by: "ada",
    at: "2026-02-01T00:00:00.000Z",
    until,
    of: "hash",
  } as const;
  const embargoed = reviewOf(story({ documents }), now);
  expect(embargoed).toMatchObject({ state: "embargoed", wakesAt: "2026-03-02T08:00:00.000Z" });
  const deferred = { documents, record: { review: { ...embargoed, decision } } };
  expect(reviewOf(story(deferred), now)).toMatchObject({ state: "deferred", wakesAt: until });
  expect(reviewOf(story(deferred), new Date(until))).toMatchObject({ state: "embargoed" });
});

test("reviewOf() takes as read what was published, and what readers may see of it", () => {
  const whole = { ...picture, asset: { asset: {} }, altTexts: [{}] };
  expect(reviewOf(story({ documents: [imported, whole] }), now).state).toBe("done");
  expect(reviewOf(story({ documents: [imported, draftOf(imported), whole] }), now).state).toBe("ready");
  const kill = draftOf(imported, { pubStatus: "canceled" });
  const decision = { kind: "done", by: "ada", at: "2026-02-01T00:00:00.000Z", of: "hash" } as const;
  const review = { ...reviewOf(story(), now), decision };
  expect(reviewOf(story({ documents: [imported, kill], record: { review } }), now).state).toBe("withdrawn");
  expect(reviewOf(story({ documents: [kill], record: { review } }), now).state).toBe("done");
});

test("openProblems() leaves out what an editor has changed, and what the article no longer shows", () => {
  const ofPicture = problem("image-not-read", { documentId: "newsimage-1", path: "asset" });
  const record = { problems: [doubt, ofPicture] };
  expect(codes(openProblems(story({ record })))).toEqual([
    "low-confidence",
    "image-not-read",
    "missing-asset",
    "missing-alt-text",
  ]);
  const documents = [
    draftOf(imported, { headline: "Bridge is open", leadImage: undefined }),
    draftOf(picture),
  ];
  expect(openProblems(story({ record, documents }))).toEqual([]);
  expect(codes(mendedProblems(story({ record, documents })))).toEqual(["low-confidence", "image-not-read"]);
});

test("openProblems() asks somebody about the text, whatever an editor has corrected in it", () => {
  const ofText = problem("damaged-characters", { documentId: "article-1", path: "body" });
  const body = [...imported.body, { _type: "block", _key: "b", children: [] }];
  const documents = [draftOf(imported, { body })];
  expect(codes(openProblems(story({ documents, record: { problems: [ofText] } })))).toEqual([
    "damaged-characters",
  ]);
  const { body: _, ...empty } = imported;
  const record = {
    snapshot: JSON.stringify({ "article-1": empty }),
    problems: [problem("no-body", { documentId: "article-1", path: "body" })],
  };
  expect(openProblems(story({ documents, record }))).toEqual([]);
});

test("openProblems() leaves out what somebody has settled, and what documents lack is among it", () => {
  const open = openProblems(story({ record: { problems: [doubt] } }));
  fc.assert(
    fc.property(fc.subarray([...open]), (some) => {
      const review = { ...reviewOf(story(), now), settled: some.map((one) => settled(one)) };
      const record = { problems: [doubt], review };
      expect(openProblems(story({ record }))).toEqual(open.filter((one) => !some.includes(one)));
    }),
  );
});

test("what went away by itself and is back is open again, and no longer settled", () => {
  const review = { ...reviewOf(story(), now), settled: [settled(doubt, "mended")] };
  const record = { problems: [doubt], review };
  const changed = [draftOf(imported, { headline: "Bridge is open" })];
  expect(reviewOf(story({ record, documents: changed }), now)).toMatchObject({
    settled: [{ how: "mended" }],
  });
  expect(codes(openProblems(story({ record })))).toContain("low-confidence");
  expect(reviewOf(story({ record }), now)).not.toHaveProperty("settled");
});

test("a review is part of a valid import record", () => {
  const { record } = story();
  const whole = {
    ...record,
    _id: "import.article-1",
    _type: "importRecord",
    input: "a.txt",
    sourceText: "Bridge opens",
    importedAt: "2026-03-01T00:00:00Z",
    run: "run",
    review: { ...reviewOf(story(), now), settled: [settled(doubt)], assignee: "ada" },
  };
  expect(importRecord.parse(whole)).toEqual(whole);
});
