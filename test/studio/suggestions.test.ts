import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { judgeDocument } from "../../importer/plan/judge-document.ts";
import { planSuggestions } from "../../importer/plan/plan-suggestions.ts";
import { applyPatch, patchOperations } from "../../lake/core/apply-patch.ts";
import { type Suggestion, suggestion } from "../../schemas/index.ts";
import { acceptSuggestion } from "../../studio/suggestions/accept-suggestion.ts";
import { isMoved } from "../../studio/suggestions/is-moved.ts";
import { readableValue } from "../../studio/suggestions/readable-value.ts";

const block = { _type: "block", _key: "p", children: [{ _type: "span", _key: "s", text: "النص الجديد" }] };

const suggest = (more: Partial<Suggestion>): Suggestion =>
  suggestion.parse({
    _type: "suggestion",
    _key: "k",
    documentId: "article-1",
    path: "headline",
    run: "r",
    state: "open",
    ...more,
  });

const draftOf = (fields: object) => ({
  ...fields,
  _id: "drafts.article-1",
  _type: "article",
  _rev: "seen",
});

/** What is patched in the draft of an article that holds these fields. */
const accept = (suggestion: Suggestion, fields: object = {}, unpublished?: ReadonlyMap<string, string>) => {
  const [mutation, ...others] = acceptSuggestion(suggestion, draftOf(fields), unpublished) ?? [];
  expect(others).toEqual([]);
  if (mutation === undefined) return undefined;
  const { id, ifRevisionID, ...patch } = z
    .object({ patch: z.looseObject({ id: z.string(), ifRevisionID: z.string() }) })
    .parse(mutation).patch;
  expect([id, ifRevisionID]).toEqual(["drafts.article-1", "seen"]);
  return patch;
};

test("acceptSuggestion() sets what both sides have", () => {
  const patch = accept(suggest({ current: '"ours"', incoming: '"theirs"' }), { headline: "ours" });
  expect(patch).toEqual({ set: { headline: "theirs" } });
});

test("acceptSuggestion() takes away what the source has no more", () => {
  expect(accept(suggest({ current: '"ours"' }), { headline: "ours" })).toEqual({ unset: ["headline"] });
});

test("acceptSuggestion() adds a paragraph that an editor deleted at the end of the text", () => {
  const patch = accept(suggest({ path: 'body[_key=="p"]', incoming: JSON.stringify(block) }));
  expect(patch).toEqual({ setIfMissing: { body: [] }, insert: { after: "body[-1]", items: [block] } });
});

test("acceptSuggestion() puts a paragraph back after the nearest one before it that is still there", () => {
  const suggestion = suggest({
    path: 'body[_key=="p"]',
    incoming: JSON.stringify(block),
    after: ["gone", "a", "b"],
  });
  const patch = accept(suggestion, { body: [{ _key: "b" }, { _key: "a" }, { _key: "c" }] });
  expect(patch?.["insert"]).toEqual({ after: 'body[_key=="a"]', items: [block] });
  expect(accept(suggestion, { body: [{ _key: "c" }] })?.["insert"]).toMatchObject({ after: "body[-1]" });
});

test("acceptSuggestion() puts a caption back into a list within the text, whatever its key says", () => {
  const caption = { _type: "localizedText", _key: "b", language: "ar", text: "تعليق" };
  const patch = accept(
    suggest({
      path: 'body[_key=="f"].captions[_key=="b"]',
      incoming: JSON.stringify(caption),
      after: ['a"]b\\'],
    }),
    { body: [{ _key: "f", captions: [{ _key: 'a"]b\\' }, { _key: "c" }] }] },
  );
  expect(patch?.["insert"]).toEqual({
    after: 'body[_key=="f"].captions[_key=="a\\"]b\\\\"]',
    items: [caption],
  });
});

test("acceptSuggestion() goes by what the document holds now, not by what it held when it was imported", () => {
  const taken = suggest({
    path: 'body[_key=="p"]',
    current: JSON.stringify(block),
    incoming: JSON.stringify(block),
  });
  // An editor has deleted the paragraph since.
  expect(accept(taken, { body: [{ _key: "a" }] })).toMatchObject({ insert: { items: [block] } });
  // Or somebody has already taken it away.
  expect(acceptSuggestion(suggest({ current: '"ours"' }), draftOf({}))).toEqual([]);
  // Or what it was in is gone.
  const within = suggest({ path: 'body[_key=="f"].captions[_key=="b"].text', incoming: '"theirs"' });
  expect(acceptSuggestion(within, draftOf({ body: [] }))).toBeUndefined();
});

test("acceptSuggestion() keeps what a newsroom has added to the place, at every depth", () => {
  const source = (text: string) => ({
    ...block,
    markDefs: [{ _type: "link", _key: "l", href: "https://example.org/" }],
    children: [{ _type: "span", _key: "s", text, marks: ["l"] }],
  });
  const here = {
    ...source("ours"),
    pinned: true,
    markDefs: [{ _type: "link", _key: "l", href: "https://example.org/", newTab: true }],
    children: [
      { _type: "span", _key: "s", text: "ours", marks: ["l"], heat: 1 },
      { _type: "span", _key: "t", text: ", too", marks: [] },
    ],
  };
  const said = suggest({
    path: 'body[_key=="p"]',
    base: JSON.stringify(source("before")),
    incoming: JSON.stringify(source("theirs")),
  });
  expect(accept(said, { body: [here] })).toEqual({
    set: {
      'body[_key=="p"]': {
        ...here,
        children: [{ _type: "span", _key: "s", text: "theirs", marks: ["l"], heat: 1 }],
      },
    },
  });
});

test("acceptSuggestion() refers weakly to what is not published yet", () => {
  const image = { _type: "reference", _ref: "newsimage-1" };
  const said = suggest({ path: "leadImage", incoming: JSON.stringify({ _type: "figure", image }) });
  const weak = { ...image, _weak: true, _strengthenOnPublish: { type: "newsImage" } };
  expect(accept(said, {}, new Map([["newsimage-1", "newsImage"]]))).toEqual({
    set: { leadImage: { _type: "figure", image: weak } },
  });
});

test("isMoved() tells an editor that the place reads otherwise than when the suggestion was made", () => {
  const said = suggest({ current: '"ours"', incoming: '"theirs"' });
  expect(isMoved(said, draftOf({ headline: "ours" }))).toBe(false);
  expect(isMoved(said, draftOf({ headline: "ours, again" }))).toBe(true);
  expect(isMoved(said, undefined)).toBe(false);
});

test("what the import suggests about a member that an editor removed, the Studio can put back in its place", () => {
  const key = fc.oneof(fc.constantFrom('"', "\\", "]", '"]', "a.b", "نص", "👩‍👩‍👧"), fc.string({ minLength: 1 }));
  const keys = fc.uniqueArray(key, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(keys, fc.nat(), (all, choice) => {
      const body = all.map((_key) => ({ _key, _type: "note", note: `said of ${_key}` }));
      const removed = choice % body.length;
      const incoming = body.map((member, at) => (at === removed ? { ...member, note: "said anew" } : member));
      const article = (members: readonly object[]) => ({ _id: "article-1", _type: "article", body: members });
      const current = article(body.toSpliced(removed, 1));
      const state = {
        wanted: article(incoming),
        base: article(body),
        draft: { ...current, _rev: "r" },
        published: undefined,
      };
      const [raised, ...others] = planSuggestions([], [{ ...state, verdict: judgeDocument(state) }], "run");
      expect(others).toEqual([]);
      const patch = patchOperations.parse(accept(suggestion.parse(raised), current));
      const { document } = applyPatch(current, current._id, patch);
      // Without a member before it, nothing tells its place but the end.
      const expected = removed === 0 ? [...incoming.slice(1), incoming[0]] : incoming;
      expect(document["body"]).toEqual(expected);
    }),
  );
});

test("readableValue() shows the caption and rows of a table, and the words or the address of an embed", () => {
  const rows = [{ _type: "tableRow", _key: "a", cells: ["Day", "Hours"] }];
  const table = { _type: "table", _key: "t", caption: "Open", rows };
  const embed = { _type: "embed", _key: "e", url: "https://video.example/1" };
  expect(readableValue(JSON.stringify([table, { ...embed, text: "Boats" }, embed]))).toBe(
    "Open\nDay | Hours\nBoats\nhttps://video.example/1",
  );
  expect(readableValue(JSON.stringify(rows[0]))).toBe("Day | Hours");
});

test("readableValue() shows the words of blocks and texts, and JSON where there are none", () => {
  expect(readableValue(JSON.stringify([block, block]))).toBe("النص الجديد\nالنص الجديد");
  expect(readableValue('{"_type":"slug","current":"a-b"}')).toBe("a-b");
  expect(readableValue('{"n":1}')).toBe('{\n  "n": 1\n}');
  expect(readableValue(undefined)).toBe("");
});
