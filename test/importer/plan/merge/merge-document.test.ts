import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf } from "../../../../importer/dataset/content.ts";
import { makeKeys } from "../../../../importer/deterministic-keys.ts";
import { alignKeys } from "../../../../importer/plan/align/align-keys.ts";
import {
  type Content,
  type DocumentMerge,
  mergeDocument,
} from "../../../../importer/plan/merge/merge-document.ts";
import { sameValue } from "../../../../importer/plan/merge/same-value.ts";

const word = fc.constantFrom("خبر", "حلب", "هدنة", "روسيا", "one", "two", "three", "four");
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const block = (key: string, content: string, style = "normal"): Content => ({
  _type: "block",
  _key: key,
  style,
  markDefs: [],
  children: [{ _type: "span", _key: `${key}s`, text: content, marks: [] }],
});
/** A table as the importer makes it: its rows have keys of their own, from what they say. */
function table(key: string, rows: readonly (readonly string[])[]): Content {
  const keyOf = makeKeys();
  const keyed = rows.map((cells) => ({ _type: "tableRow", _key: keyOf(cells.join("|")), cells }));
  return { _type: "table", _key: key, hasHeaderRow: true, rows: keyed };
}
const embed = (key: string, content: string): Content => ({
  _type: "embed",
  _key: key,
  url: `https://video.example/${key}`,
  text: content,
});
const rowsOf = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
  );
const memberOf = fc.oneof(
  { weight: 3, arbitrary: text.map((content) => (key: string) => block(key, content)) },
  { weight: 2, arbitrary: rowsOf.map((rows) => (key: string) => table(key, rows)) },
  { weight: 1, arbitrary: text.map((content) => (key: string) => embed(key, content)) },
);
const bodyOf = (prefix: string) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), memberOf), {
      selector: ([number]) => number,
      maxLength: 5,
    })
    .map((entries) => entries.map(([number, make]) => make(`${prefix}${number}`)));
const version = fc
  .record(
    { headline: text, summary: text, keywords: fc.uniqueArray(word, { maxLength: 3 }), body: bodyOf("k") },
    { requiredKeys: ["headline"] },
  )
  .map((fields): Content => ({ _id: "article-1", _type: "article", ...fields }));

/** As the importer merges: what is new comes under the keys that it had before. */
const merged = (base: Content, current: Content, incoming: Content): DocumentMerge =>
  mergeDocument(base, current, alignKeys(base, incoming));

test("mergeDocument() leaves an editor's document alone when the source did not change", () => {
  fc.assert(
    fc.property(version, version, (base, current) => {
      const { content, conflicts } = merged(base, current, base);
      expect(sameValue(content, contentOf(current))).toBe(true);
      expect(conflicts).toEqual([]);
    }),
  );
});

test("mergeDocument() takes the source's text when no editor touched the document", () => {
  fc.assert(
    fc.property(version, version, (base, incoming) => {
      const { content, conflicts } = merged(base, base, incoming);
      expect(conflicts).toEqual([]);
      expect(sameValue(plain(content), plain(contentOf(incoming)))).toBe(true);
    }),
  );
});

test("mergeDocument() changes nothing when it is given its own result again", () => {
  fc.assert(
    fc.property(version, version, version, (base, current, incoming) => {
      const first = merged(base, current, incoming);
      const again = merged(incoming, first.content, incoming);
      expect(sameValue(again.content, first.content)).toBe(true);
      expect(again.conflicts).toEqual([]);
    }),
  );
});

test("mergeDocument() keeps every field that only the editor changed", () => {
  fc.assert(
    fc.property(version, version, version, (base, current, incoming) => {
      const { content } = merged(base, current, incoming);
      for (const name of ["headline", "summary"]) {
        if (!sameValue(base[name], current[name])) expect(content[name]).toEqual(current[name]);
      }
    }),
  );
});

test("mergeDocument() merges edits of both sides inside one paragraph", () => {
  const base = {
    _id: "a",
    _type: "article",
    body: [block("p", "The talks in Moscow ended on Tuesday. There was no result.")],
  };
  const current = {
    ...base,
    body: [block("p", "The long talks in Moscow ended on Tuesday. There was no result.")],
  };
  const incoming = {
    ...base,
    body: [block("other", "The talks in Moscow ended on Tuesday. There was a result.")],
  };
  const { content, conflicts } = merged(base, current, incoming);
  expect(conflicts).toEqual([]);
  expect(plain(content)).toMatchObject({
    body: ["normal: The long talks in Moscow ended on Tuesday. There was a result."],
  });
});

test("mergeDocument() does not ask about paragraphs that share only a common word with one that both sides removed", () => {
  const base = {
    _id: "a",
    _type: "article",
    body: [block("gone", "The ferry sank off Malta."), block("p", "Nobody was hurt.")],
  };
  const own = ["The mayor spoke.", "The band played.", "The rain stopped."];
  const current = {
    ...base,
    body: [...base.body.slice(1), ...own.map((line, at) => block(`own${at}`, line))],
  };
  const { conflicts } = merged(base, current, { ...base, body: base.body.slice(1) });
  expect(conflicts).toEqual([]);
});

/** A document with its blocks as text, keys left out. */
function plain(content: Content): Content {
  const body = Array.isArray(content.body) ? content.body : [];
  return {
    ...content,
    body: body.map((item: Content) => {
      if (item._type === "table")
        return JSON.stringify(item.rows, (name, value: unknown) => (name === "_key" ? undefined : value));
      if (item._type === "embed") return JSON.stringify([item.url, item.text]);
      const children = Array.isArray(item.children) ? item.children : [];
      return `${String(item.style)}: ${children.map((child: Content) => child.text).join("")}`;
    }),
  };
}
