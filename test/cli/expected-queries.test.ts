import { expect, it } from "vitest";
import { expectedQueries } from "../../cli/expected-queries.ts";
import { systemClock } from "../../lake/core/clock.ts";
import type { AskedKey, View } from "../../lake/core/dataset.ts";
import { openDataset } from "../../lake/core/open-dataset.ts";
import { viewOf } from "../../lake/core/perspective.ts";
import { expectedKeys } from "../../lake/expected-queries.ts";
import { readKey } from "../../lake/query/read-key.ts";
import { runQuery } from "../../lake/query/run-query.ts";
import { idsSelectedBy } from "../../lake/query/select-ids.ts";
import { documentStore } from "../../lake/sqlite/document-store.ts";
import { keyIndexes, nameOfKey } from "../../lake/sqlite/key-indexes.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { statementsOf } from "../../lake/sqlite/statements.ts";
import { valueIndexes } from "../../lake/sqlite/value-indexes.ts";
import { documentSchemas } from "../../schemas/index.ts";

const context = { identity: "me", now: new Date(), projectId: "copydesk", dataset: "production" };

/** A dataset of more than a thousand documents of each type, of which nobody has asked anything. */
function newDataset() {
  const statements = statementsOf(openDatabase(":memory:"));
  const log: string[] = [];
  const expected = expectedKeys("production", expectedQueries, (line) => log.push(line));
  expect(log).toEqual([]);
  const now = (): Date => context.now;
  const indexes = valueIndexes(statements, { readKey, now, expect: () => expected });
  const heard: AskedKey[] = [];
  const store = documentStore(statements, "production", {
    valueIndexes: indexes,
    onAsked: (asked) => heard.push(asked),
  });
  const dataset = openDataset({
    ...{ projectId: "copydesk", name: "production", store, clock: systemClock, idsSelectedBy },
    log: () => {},
  });
  const mutations = Object.keys(documentSchemas).flatMap((_type) =>
    Array.from({ length: 1001 }, (_, number) => ({ create: { _id: `${_type}-${number}`, _type } })),
  );
  dataset.commit({ author: "me", mutations });
  while (indexes.work());
  const indexed = (type: string): ReadonlySet<string> =>
    new Set(keyIndexes(statements, "production", type).keys());
  return { dataset, heard, indexed, expected };
}

it("what frontends and Studio ask finds its indexes, also when it is asked for the first time", async () => {
  const { dataset, heard, indexed } = newDataset();
  for (const { query, params = {}, perspective } of expectedQueries) {
    const view: View = viewOf(perspective, "X");
    await runQuery(dataset, { query, params, view }, context);
  }
  expect(heard.length).toBeGreaterThan(10);
  expect(heard.filter(({ type, key }) => !indexed(type).has(nameOfKey(key)))).toEqual([]);
});

it("what is expected leaves room for what others ask", () => {
  const { expected } = newDataset();
  const byType = Map.groupBy(expected, ({ type }) => type);
  expect(byType.get("article")?.map(({ key }) => nameOfKey(key))).toContain('["pubStatus"]');
  for (const keys of byType.values()) expect(keys.length).toBeLessThan(11);
});
