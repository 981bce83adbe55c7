import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../../lake/core/dataset.ts";
import { keyOfMembers } from "../../../lake/core/members-key.ts";
import { keyOfPlaces } from "../../../lake/core/order-text.ts";
import { parse, type ExprNode } from "groq-js";
import { askedDocuments } from "../../../lake/query/plan/asked-documents.ts";
import { conditionOf } from "../../../lake/query/plan/condition-of.ts";
import { distinctSql } from "../../../lake/sqlite/distinct-sql.ts";
import { countSql, pageSql } from "../../../lake/sqlite/page-sql.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import type { DatabaseSync } from "node:sqlite";

let database: DatabaseSync;
beforeAll(() => {
  database = openDatabase(":memory:");
});
afterAll(() => database.close());

const raw: View = {};
const published: View = { layers: [""] };
const drafts: View = { layers: ["drafts", ""] };

/** What SQLite says that it does: each step a line. */
function stepsFor(query: string, view: View, few = true, keys: readonly string[] = []): string {
  const tree = parse(query);
  const isCount = tree.type === "FuncCall";
  const asked = askedDocuments(isCount ? (tree.args[0] ?? tree) : tree);
  if (!asked) throw new Error(`${query} asks for no documents`);
  const all = asked.filters.reduce((left, right): ExprNode => ({ type: "And", left, right }));
  const seen = { hasLayers: view.layers !== undefined, reshaped: new Set<string>() };
  const { condition, isExact } = conditionOf(all, seen);
  expect(isExact).toBe(true);
  const indexes = new Map(keys.map((key, place) => [key, place + 1]));
  const means = {
    dataset: "production",
    indexes,
    count: () => (few ? 1 : 1000),
    many: 1000,
    types: () => ["a", "b"],
  };
  const { sql, values } = isCount
    ? countSql(means, condition, view)
    : pageSql(means, { condition, view, order: asked.order, ...asked.slice });
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  const details = steps.map(({ detail }) => String(detail));
  // What is on a page is looked up behind that, row by row.
  const [begin, end] = [details.indexOf("CO-ROUTINE p") + 1, details.indexOf("SCAN p")];
  return details.slice(begin, end === -1 ? undefined : end).join("\n");
}

const sorting = /USE TEMP B-TREE FOR ORDER BY/;

describe("the commonest queries walk an index", () => {
  it.each([
    ["a list of a type", '*[_type == "a"][0...20]', raw, "documents_by_type (dataset=? AND type=?)"],
    [
      "a list of drafts",
      '*[_type in ["a"]] | order(_id asc)[0...20]',
      drafts,
      "documents_in_drafts (dataset=? AND type=?)",
    ],
    [
      "a published list",
      '*[_type == "a"] | order(_id)[0...20]',
      published,
      "documents_by_type (dataset=? AND type=?)",
    ],
    [
      "the last changed",
      '*[_type == "a"] | order(_updatedAt desc)[0...20]',
      drafts,
      "documents_in_drafts_by_time (dataset=? AND type=?)",
    ],
    [
      "the last published",
      '*[_type == "a"] | order(_updatedAt desc)[0...20]',
      published,
      "documents_by_time (dataset=? AND type=?)",
    ],
    [
      "what changed since",
      '*[_type == "a" && _updatedAt > "2026"] | order(_updatedAt)[0...20]',
      drafts,
      "documents_in_drafts_by_time (dataset=? AND type=? AND updated>?)",
    ],
    [
      "the next after an id",
      '*[_type == "a" && _id > "x"] | order(_id)[0...20]',
      raw,
      "documents_by_type (dataset=? AND type=? AND id>?)",
    ],
  ] as const)("%s, without sorting", (_, query, view, index) => {
    const steps = stepsFor(query, view);
    expect(steps).toContain(index);
    expect(steps).not.toMatch(sorting);
  });

  it.each([
    ["a document", '*[_id == "x"][0]', raw, "(dataset=? AND id=?)"],
    [
      "a draft or what it is of",
      '*[_id == "x"][0]',
      drafts,
      "documents_by_group (dataset=? AND published_id=?)",
    ],
    ["documents", '*[_id in ["x", "y"]]', raw, "(dataset=? AND id=?)"],
    [
      "by slug",
      '*[_type == "a" && slug.current == "s"][0]',
      drafts,
      "documents_by_slug (dataset=? AND slug=?)",
    ],
    [
      "who refers",
      '*[_type == "a" && references("x")]',
      drafts,
      "document_references_by_target (dataset=? AND target=?)",
    ],
    [
      "who refers by a field",
      '*[_type == "a" && source._ref == "x"] | order(_updatedAt desc)[0...10]',
      drafts,
      "document_references_by_target (dataset=? AND target=?)",
    ],
    [
      "who refers in a list",
      '*[_type == "a" && "x" in sources[].source._ref]',
      published,
      "document_references_by_target (dataset=? AND target=?)",
    ],
    [
      "how many refer",
      'count(*[references("x")])',
      drafts,
      "document_references_by_target (dataset=? AND target=?)",
    ],
    ["how many of a type", 'count(*[_type == "a"])', drafts, "document_counts USING PRIMARY KEY"],
    ["how many of a type in all", 'count(*[_type == "a"])', raw, "document_counts USING PRIMARY KEY"],
    ["versions", '*[sanity::versionOf("x")]', raw, "documents_by_group (dataset=? AND published_id=?)"],
  ] as const)("%s", (_, query, view, index) => {
    const steps = stepsFor(query, view);
    expect(steps).toContain(index);
    expect(steps).not.toContain("documents_by_type (dataset=? AND type=?)\n");
    expect(steps).not.toMatch(/SCAN d\b/);
  });

  const keys = ['["publishedAt"]', '["language"]', '["state"]', '["importedAt"]'];
  const latest = '*[_type == "a" && language == "ar"] | order(publishedAt desc)[0...20]';
  it.each([
    [
      "the latest by a field",
      '*[_type == "a"] | order(publishedAt desc)[0...20]',
      ...[drafts, false, "v1 USING COVERING INDEX indexed_values_by_value (number=?)"],
    ],
    [
      "the latest of many in a language",
      ...[latest, published, false, "v1 USING COVERING INDEX indexed_values_published (number=?)"],
    ],
    [
      "the latest of few in a language",
      ...[
        latest,
        drafts,
        true,
        "v2 USING COVERING INDEX indexed_values_by_value (number=? AND kind=? AND value=?)",
      ],
    ],
    [
      "how many in a language",
      'count(*[_type == "a" && language == "ar"])',
      ...[drafts, true, "v2 USING COVERING INDEX indexed_values_by_value (number=? AND kind=? AND value=?)"],
    ],
    [
      "import records in a state by age",
      '*[_type == "a" && state == "new"] | order(importedAt)[0...50]',
      ...[drafts, false, "v4 USING COVERING INDEX indexed_values_by_value (number=?)"],
    ],
    [
      "what was published since",
      'count(*[_type == "a" && publishedAt > "2026"])',
      ...[
        published,
        true,
        "v1 USING COVERING INDEX indexed_values_published (number=? AND kind=? AND value>?)",
      ],
    ],
    [
      "what has no date",
      'count(*[_type == "a" && !defined(publishedAt)])',
      ...[drafts, true, "v1 USING COVERING INDEX indexed_values_by_value (number=? AND kind=?"],
    ],
    [
      "the latest of a source with many stories",
      '*[_type == "a" && references("x")] | order(publishedAt desc)[0...20]',
      ...[drafts, false, "v1 USING COVERING INDEX indexed_values_by_value (number=?)"],
    ],
    [
      "the latest of a source with few stories",
      '*[_type == "a" && references("x")] | order(publishedAt desc)[0...20]',
      ...[drafts, true, "document_references_by_target (dataset=? AND target=?)"],
    ],
  ] as const)("%s, by an index of values", (_, query, view, few, index) => {
    const [first, ...others] = stepsFor(query, view, few, keys).split("\n");
    expect(few && query.includes("references") ? others.join() : first).toContain(index);
    expect([first, ...others].join()).not.toMatch(/SCAN (?:d|v\d)\b/);
    if (!few) expect(others.join()).not.toMatch(sorting);
  });

  const heldInTags = "m1 USING COVERING INDEX indexed_members_by_value (number=? AND kind=? AND value=?)";
  it.each([
    ["how many hold a value", 'count(*[_type == "a" && "x" in tags])', drafts, true, heldInTags],
    [
      "how many hold two values",
      'count(*[_type == "a" && "x" in tags && "y" in tags])',
      ...[published, true, heldInTags],
    ],
    [
      "what holds a value, if there is little",
      '*[_type == "a" && "x" in tags] | order(state)[0...20]',
      ...[drafts, true, heldInTags],
    ],
    [
      "what holds a value, if there is much",
      '*[_type == "a" && "x" in tags] | order(state)[0...20]',
      ...[drafts, false, "v2 USING COVERING INDEX indexed_values_by_value (number=?)"],
    ],
  ] as const)("%s, by an index of what lists hold", (_, query, view, few, index) => {
    const members = keyOfMembers({ list: ["tags"], within: [] });
    const [first, ...others] = stepsFor(query, view, few, [members, '["state"]']).split("\n");
    expect(first).toContain(index);
    expect(others.join()).not.toMatch(/SCAN|documents|\bd\b/);
    if (!few)
      expect(others.join()).toContain("m USING PRIMARY KEY (number=? AND id=? AND kind=? AND value=?)");
  });

  const gravest = "order(review.gravity asc, importedAt desc, _id asc)";
  const behind =
    'review.gravity > 3 || (review.gravity == 3 && (importedAt < "2026" || (importedAt == "2026" && _id > "x")))';
  const byPlace = "v3 USING COVERING INDEX indexed_values_by_value (number=? AND kind=? AND";
  it.each([
    [
      "the queue",
      `*[_type == "a" && review.gravity < 8] | ${gravest}[0...50]`,
      drafts,
      `${byPlace} (value,published_id)>(?,?) AND value<?)`,
    ],
    [
      "the next page of it",
      `*[_type == "a" && review.gravity < 8 && (${behind})] | ${gravest}[0...50]`,
      ...[drafts, `${byPlace} (value,published_id)>(?,?) AND value<?)`],
    ],
    [
      "a tab of it",
      `*[_type == "a" && review.gravity == 7] | ${gravest}[50...100]`,
      ...[drafts, `${byPlace} (value,published_id)>(?,?) AND value<?)`],
    ],
    [
      "the queue, of published documents",
      `*[_type == "a"] | ${gravest}[0...50]`,
      ...[published, "v3 USING COVERING INDEX indexed_values_published (number=? AND kind=?)"],
    ],
    [
      "the last of an import",
      '*[_type == "a"] | order(importedAt desc)[0...50]',
      ...[raw, "v4 USING COVERING INDEX indexed_values_in_order (number=?)"],
    ],
    [
      "the first of an import",
      '*[_type == "a" && importedAt > "2026"] | order(importedAt)[0...50]',
      ...[raw, "v5 USING COVERING INDEX indexed_values_in_order (number=? AND (value,id)>(?,?) AND value<?)"],
    ],
  ] as const)("%s, in order in full", (_, query, view, index) => {
    const [gravity, importedAt] = [["review", "gravity"], ["importedAt"]];
    const steps = stepsFor(query, view, false, [
      ...[JSON.stringify(gravity), JSON.stringify(importedAt)],
      keyOfPlaces([
        { path: gravity, descending: false },
        { path: importedAt, descending: true },
      ]),
      ...[true, false].map((descending) => keyOfPlaces([{ path: importedAt, descending }])),
    ]);
    expect(steps.split("\n")[0]).toContain(index);
    expect(steps).not.toMatch(/USE TEMP B-TREE|SCAN/);
  });

  it.each([
    ["several types", '*[_type in ["a", "b"]] | order(_updatedAt desc)[0...20]', drafts, false],
    [
      "all that refer to something often referred to",
      '*[references("x")] | order(_updatedAt desc)[0...20]',
      raw,
      false,
    ],
  ] as const)("the last changed of %s, as one list that is merged", (_, query, view, few) => {
    const steps = stepsFor(query, view, few);
    expect(steps).toContain("MERGE (UNION ALL)");
    expect(steps).toContain(
      `${view === raw ? "documents_by_time" : "documents_in_drafts_by_time"} (dataset=? AND type=?)`,
    );
    expect(steps).not.toMatch(sorting);
    expect(steps).not.toMatch(/SCAN d\b/);
  });

  it("the last changed of what refers to something, if it is soon found among them", () => {
    const query = '*[_type == "a" && references("x")] | order(_updatedAt desc)[0...20]';
    expect(stepsFor(query, drafts, false)).toContain("documents_in_drafts_by_time (dataset=? AND type=?)");
    expect(stepsFor(query, drafts, true)).toContain("document_references_by_target");
  });

  it("the different values of a field, from each to the next", () => {
    const means = {
      dataset: "production",
      indexes: new Map([['["n"]', 1]]),
      count: () => 0,
      many: 1000,
      types: () => [],
    };
    const { byStep } = distinctSql(means, ["n"], {
      condition: { kind: "type", values: ["a"] },
      view: drafts,
    });
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${byStep?.sql ?? ""}`).all();
    const details = steps.map(({ detail }) => String(detail)).join("\n");
    expect(details).toContain("COVERING INDEX indexed_values_by_value (number=? AND (kind,value)>(?,?))");
    expect(details).not.toMatch(/SCAN (?!seen)/);
  });

  it("how many of a type refer, without a look at their content", () => {
    expect(stepsFor('count(*[_type == "a" && references("x")])', drafts)).toContain(
      "COVERING INDEX documents_seen (dataset=? AND id=?)",
    );
  });

  it("what was changed in the last day", () => {
    expect(stepsFor('count(*[_type == "a" && _updatedAt > "2026-11-27"])', drafts)).toContain(
      "documents_in_drafts_by_time (dataset=? AND type=? AND updated>?)",
    );
  });
});
