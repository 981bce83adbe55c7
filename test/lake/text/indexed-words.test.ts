import { evaluateSync, parse, toJS } from "groq-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AskedWords, LakeDocument } from "../../../lake/core/dataset.ts";
import { withOwnFunctions } from "../../../lake/query/evaluate/own-functions.ts";
import { conditionOf } from "../../../lake/query/plan/condition-of.ts";
import { indexedWords } from "../../../lake/text/indexed-words.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";
import { anyBlock, anyText, anyWord, askedFrom, searchFrom } from "../support/any-text.ts";

const times = { _rev: "r", _createdAt: "2026-11-28T00:00:00Z", _updatedAt: "2026-11-28T00:00:00Z" };

const anyDocument = fc.record({
  _id: fc.constantFrom("article-7f", "drafts.article-7f", "versions.r1.a_b"),
  _type: fc.constantFrom("article", "infoSource"),
  title: anyText,
  names: fc.array(anyWord, { maxLength: 3 }),
  body: fc.array(anyBlock, { minLength: 1, maxLength: 3 }),
});
type AnyDocument = typeof anyDocument extends fc.Arbitrary<infer Document> ? Document : never;

const searched = fc.constantFrom(
  ...["title", "@", "[@, _id]", "names", "names[]", "[title, names]", "_id", "_type", "body"],
  ...[
    "body[].children[].text",
    "body[0]",
    "pt::text(body)",
    "pt::text(body)",
    "pt::text(body[0])",
    "pt::text(body[1..2])",
  ],
);

/** All that somebody may read in a document, in one piece: what they look for is in it. */
function textsOf({ _id, _type, title, names, body }: AnyDocument): readonly string[] {
  const blocks = body.map(({ children }) =>
    children.flatMap(({ _type: type, text }) => (type === "span" ? [text] : [])).join(""),
  );
  return [_id, _type, title, names.join(" "), blocks.join("\n\n"), ...blocks, ...names];
}

const anyCase = anyDocument.chain((document) => {
  const text = fc.constantFrom(...textsOf(document));
  const right = fc.oneof(
    askedFrom(text).map((words) => JSON.stringify(words)),
    fc.array(askedFrom(text), { minLength: 1, maxLength: 2 }).map((words) => JSON.stringify(words)),
    text.map((words) => `text::query(${JSON.stringify(`"${words.replaceAll('"', " ")}"`)})`),
    searchFrom(text).map((words) => `text::query(${JSON.stringify(words)})`),
  );
  return fc.record({ document: fc.constant(document), left: searched, right });
});

const timeoutMs = isLong ? 1_800_000 : 60_000;

test("the index rules out no document that a search finds", { timeout: timeoutMs }, () => {
  const cases = new CaseCount();
  fc.assert(
    fc.property(anyCase, ({ document, left, right }) => {
      // As it comes from the lake: objects of fast-check may lack what all others inherit.
      const stored: LakeDocument = { ...structuredClone(document), ...times };
      const query = `${left} match ${right}`;
      const tree = withOwnFunctions(parse(`count(*[${query}])`));
      const isFound = toJS(evaluateSync(tree, { dataset: [stored] })) === 1;
      const where = parse(`*[${query}]`);
      if (where.type !== "Filter") throw new Error("BUG: a filter is parsed as something else");
      const { condition } = conditionOf(where.expr, { hasLayers: false, reshaped: new Set() });
      const mayHold =
        condition.kind === "text" ? holds(condition.words, stored) : condition.kind !== "nothing";
      cases.add(
        isFound ? (condition.kind === "text" ? "found by index" : "found") : mayHold ? "read" : "ruled out",
      );
      if (isFound) expect({ query, mayHold }).toEqual({ query, mayHold: true });
    }),
    isLong ? { numRuns: 200_000 } : { numRuns: 10_000, seed: 20_261_128 },
  );
  cases.expectShares({ "found by index": 0.15, "ruled out": 0.1 });
});

/** What the table of words makes of an index: ASCII letters and digits, in any case, and all beyond. */
function holds(asked: AskedWords, document: LakeDocument): boolean {
  switch (asked.kind) {
    case "all":
      return asked.of.every((each) => holds(each, document));
    case "any":
      return asked.of.some((each) => holds(each, document));
    case "without":
      return holds(asked.of, document) && !holds(asked.words, document);
    case "word": {
      const { word, isBeginning, fields } = asked;
      return [...indexedWords(document)].some(
        ([field, text]) =>
          (!fields || fields.includes(field)) &&
          (text.match(/[a-z0-9\x80-\u{10ffff}]+/giu) ?? [])
            .map((each) => each.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
            .some((each) => (isBeginning ? each.startsWith(word) : each === word)),
      );
    }
  }
}
