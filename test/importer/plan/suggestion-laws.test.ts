import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeDocument, outcomeOf } from "../../../importer/plan/judge-document.ts";
import { sameValue } from "../../../importer/plan/merge/same-value.ts";
import { planSuggestions } from "../../../importer/plan/plan-suggestions.ts";
import { valueAt } from "../../../schemas/index.ts";
import { CaseCount } from "../../support/case-count.ts";

const text = fc.constantFrom("one two three", "one two four", "zero two three", "five", "six seven");
const content = fc.record(
  {
    headline: text,
    summary: text,
    keywords: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
    body: fc.uniqueArray(fc.record({ _key: fc.constantFrom("k1", "k2", "k3"), note: text }), {
      selector: ({ _key }) => _key,
    }),
  },
  { requiredKeys: ["headline"] },
);
const wantedOf = (fields: object) => ({ ...fields, _id: "article-1", _type: "article" });
const stateOf = (base: object, current: object, incoming: object) => {
  const state = {
    wanted: wantedOf(incoming),
    base: wantedOf(base),
    draft: { ...wantedOf(current), _rev: "r" },
    published: undefined,
  };
  return { ...state, verdict: judgeDocument(state) };
};

test("what only the source changed is in the document, and what both changed is there or suggested", () => {
  fc.assert(
    fc.property(content, content, content, (base, current, incoming) => {
      const judged = stateOf(base, current, incoming);
      const outcome = outcomeOf(judged);
      const suggested = planSuggestions([], [judged], "run").map(({ path }) => path);
      for (const path of ["headline", "summary"]) {
        const [was, is, says] = [base, current, incoming].map((version) => valueAt(version, path));
        const becomes = valueAt(outcome, path);
        if (sameValue(was, says)) expect(becomes).toEqual(is);
        else if (sameValue(was, is)) expect(becomes).toEqual(says);
        else expect(becomes).toEqual(is);
        const isLost = !sameValue(was, says) && !sameValue(becomes, says) && !suggested.includes(path);
        expect(isLost).toBe(false);
      }
    }),
  );
});

test("an array member that the source changed, added or dropped is so in the document, or suggested", () => {
  const counts = new CaseCount();
  fc.assert(
    fc.property(content, content, content, (base, current, incoming) => {
      const judged = stateOf(base, current, incoming);
      const outcome = outcomeOf(judged);
      const suggested = planSuggestions([], [judged], "run").map(({ path }) => path);
      const becomes = ["k1", "k2", "k3"].map((key) => {
        const path = `body[_key=="${key}"]`;
        const [was, says] = [valueAt(base, path), valueAt(incoming, path)];
        if (sameValue(was, says)) return "as it was";
        if (sameValue(valueAt(outcome, path), says)) return "in the document";
        return suggested.some((place) => place.startsWith(path) || place === "body") ? "suggested" : "lost";
      });
      expect(becomes).not.toContain("lost");
      counts.add(...becomes);
    }),
    { numRuns: 300 },
  );
  counts.expectShares({ "in the document": 0.2, suggested: 0.1 });
});

test("planSuggestions() raises nothing when the source says what it said", () => {
  fc.assert(
    fc.property(content, content, content, (base, current, incoming) => {
      const judged = stateOf(base, current, incoming);
      const known = planSuggestions([], [judged], "run-1");
      const rejected = known.map((suggestion) => ({ ...suggestion, state: "rejected" as const }));
      const again = stateOf(incoming, current, incoming);
      expect(planSuggestions(known, [again], "run-2")).toEqual(known);
      expect(planSuggestions(rejected, [again], "run-2")).toEqual(rejected);
    }),
  );
});

test("planSuggestions() drops what the source no longer says, and reopens what it says again", () => {
  const saying = (headline: string) => ({ headline });
  const first = planSuggestions([], [stateOf(saying("five"), saying("mine"), saying("six"))], "run-1");
  expect(first).toMatchObject([{ path: "headline", incoming: '"six"', state: "open" }]);
  const second = planSuggestions(first, [stateOf(saying("six"), saying("mine"), saying("seven"))], "run-2");
  expect(second).toMatchObject([{ incoming: '"seven"', run: "run-2" }]);
  const rejected = first.map((suggestion) => ({ ...suggestion, state: "rejected" as const }));
  const back = planSuggestions(rejected, [stateOf(saying("seven"), saying("mine"), saying("six"))], "run-3");
  expect(back).toMatchObject([{ incoming: '"six"', run: "run-3", state: "open" }]);
});

test("planSuggestions() renews an open one when the source changes the place again without a conflict", () => {
  const paragraph = (text: string) => ({
    body: [{ _type: "block", _key: "k", style: "normal", children: [{ _type: "span", _key: "s", text }] }],
  });
  const was = paragraph("The old bridge is closed now.");
  const ours = paragraph("The old bridge is shut now.");
  const second = paragraph("The old bridge is locked now.");
  const third = paragraph("The new bridge is locked now.");
  const first = planSuggestions([], [stateOf(was, ours, second)], "run-1");
  expect(first).toMatchObject([{ path: 'body[_key=="k"]', state: "open" }]);
  const renewed = planSuggestions(first, [stateOf(second, ours, third)], "run-2");
  expect(renewed).toMatchObject([{ path: 'body[_key=="k"]', base: first[0]?.base, run: "run-2" }]);
  expect(renewed[0]?.incoming).toContain("The new bridge is locked now.");
  const fourth = paragraph("The new bridge is locked tonight.");
  expect(planSuggestions(renewed, [stateOf(third, third, fourth)], "run-3")).toEqual([]);
});

test("planSuggestions() keeps the last settled ones, and every open one", () => {
  const settled = Array.from({ length: 30 }, (_, number) => ({
    _type: "suggestion" as const,
    _key: `k${number}`,
    documentId: "article-1",
    path: "headline",
    incoming: JSON.stringify(`Headline ${number}`),
    run: "run-1",
    state: number === 0 ? ("open" as const) : ("rejected" as const),
  }));
  const same = stateOf({ headline: "five" }, { headline: "six" }, { headline: "five" });
  const kept = planSuggestions(settled, [same], "run-2");
  expect(kept.map(({ _key }) => _key)).toEqual([
    "k0",
    ...Array.from({ length: 20 }, (_, number) => `k${number + 10}`),
  ]);
});

test("planSuggestions() remembers what stood before a paragraph that an editor deleted", () => {
  const body = (...notes: readonly (readonly [string, string])[]) => ({
    body: notes.map(([_key, note]) => ({ _key, note })),
  });
  const base = body(["k1", "one"], ["k2", "two"], ["k3", "three"]);
  const state = stateOf(
    base,
    body(["k1", "one"], ["k2", "two"]),
    body(["k1", "one"], ["k2", "two"], ["k3", "four"]),
  );
  expect(planSuggestions([], [state], "run")).toMatchObject([
    { path: 'body[_key=="k3"]', after: ["k2", "k1"] },
  ]);
});
