import { afterAll, beforeAll, expect, it } from "vitest";
import type { DatabaseSync } from "node:sqlite";
import { systemClock } from "../../../lake/core/clock.ts";
import type { Dataset } from "../../../lake/core/dataset.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { idsSelectedBy } from "../../../lake/query/select-ids.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf, type Statements } from "../../../lake/sqlite/statements.ts";

let database: DatabaseSync;
let dataset: Dataset;
/** Statements that read rows, with their values, since it was emptied. */
let asked: Parameters<Statements["all"]>[] = [];

beforeAll(() => {
  database = openDatabase(":memory:");
  const statements = statementsOf(database);
  const watched: Statements = {
    ...statements,
    all(sql, ...values) {
      asked.push([sql, ...values]);
      return statements.all(sql, ...values);
    },
  };
  const store = documentStore(watched, "production");
  dataset = openDataset({
    ...{ projectId: "copydesk", name: "production", store, clock: systemClock, idsSelectedBy },
    log: () => {},
  });
  create(20, (at) => ({ _id: `old-${at}`, _type: "article", headline: "Ferry b188" }));
  create(4_000, (at) => ({ _id: `new-${at}`, _type: "article", headline: `Harbour ${at % 400 === 0}` }));
  // As import records do, which have many numbers and hashes.
  create(100, (at) => ({ _id: `record-${at}`, _type: "record", digest: `b188a${at}` }));
});
afterAll(() => database.close());

function create(number: number, document: (at: number) => { _id: string; _type: string }): void {
  const mutations = Array.from({ length: number }, (_, at) => ({ create: document(at) }));
  dataset.commit({ author: "me", mutations });
}

/** As the Studio searches in a list. */
const search =
  '*[_type in $types && ([@, _id] match text::query($query) || references($raw))]{_id, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...$limit]';

/** What a search finds, and what SQLite says that it does to find candidates. */
async function searchFor(raw: string, limit: number): Promise<{ found: number; steps: string }> {
  const params = { types: ["article"], query: `${raw}*`, raw, limit };
  const request = { query: search, params, view: { layers: ["drafts", ""] } };
  const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
  asked = [];
  const found = await runQuery(dataset, request, context);
  const pages = asked.filter(([sql]) => sql.includes("may_go_on"));
  expect(pages.length).toBeGreaterThan(0);
  const steps = pages.flatMap(([sql, ...values]) =>
    database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values),
  );
  return {
    found: Array.isArray(found) ? found.length : 0,
    steps: steps.map(({ detail }) => String(detail)).join("\n"),
  };
}

const inOrder = "documents_in_drafts_by_time (dataset=? AND type=?)";

it("a search in a list looks up what has the words, also if most of that is of other types", async () => {
  const { found, steps } = await searchFor("b188", 101);
  expect(found).toBe(20);
  expect(steps).not.toContain(inOrder);
});

it("a search in a list looks up what has the words, if they are at the end of the list", async () => {
  const { found, steps } = await searchFor("ferry", 10);
  expect(found).toBe(10);
  expect(steps).not.toContain(inOrder);
});

it("a search in a list for what most documents have walks it, and asks no document by itself who it refers to", async () => {
  const { found, steps } = await searchFor("harbour", 101);
  expect(found).toBe(101);
  expect(steps).toContain(inOrder);
  expect(steps).not.toContain("CORRELATED");
});

it("a search in a list for a word of many of its documents walks no further than until it is full", async () => {
  create(150, (at) => ({ _id: `newest-${at}`, _type: "article", headline: "Lighthouse" }));
  const { found, steps } = await searchFor("lighthouse", 101);
  expect(found).toBe(101);
  expect(steps).toContain(inOrder);
});
