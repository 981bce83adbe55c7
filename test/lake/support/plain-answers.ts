import { evaluateSync, parse, toJS } from "groq-js";
import { expect } from "vitest";
import { systemClock } from "../../../lake/core/clock.ts";
import type { Dataset, LakeDocument, View } from "../../../lake/core/dataset.ts";
import { idInLayer, publishedIdOf } from "../../../lake/core/document-id.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import { withOwnFunctions } from "../../../lake/query/evaluate/own-functions.ts";
import { readKey } from "../../../lake/query/read-key.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { idsSelectedBy } from "../../../lake/query/select-ids.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf } from "../../../lake/sqlite/statements.ts";
import { textIndex, type TextIndex } from "../../../lake/sqlite/text-index.ts";
import { valueIndexes } from "../../../lake/sqlite/value-indexes.ts";
import type { Frequency } from "../../../lake/sqlite/words-sql.ts";

/** Who asks, when, and where. */
export const context = {
  identity: "me",
  now: new Date("2026-11-23T10:00:00Z"),
  projectId: "copydesk",
  dataset: "production",
};

export interface LakeWithIndexes {
  readonly dataset: Dataset;
  readonly words: TextIndex;
  readonly workAll: () => void;
  readonly close: () => void;
}

/** A lake that makes an index of everything that is asked for twice, however few documents there are. */
export function lakeWithIndexes(frequency: Frequency, many: number): LakeWithIndexes {
  const database = openDatabase(":memory:");
  const statements = statementsOf(database);
  const indexes = valueIndexes(statements, { readKey, now: () => context.now, worthwhile: 1 });
  const words = textIndex(statements);
  const store = documentStore(statements, "production", {
    // However often words are, the answer is the same.
    words: { ...words, frequencyOf: () => frequency },
    valueIndexes: indexes,
    onAsked: indexes.ask,
    many,
    few: 2,
  });
  return {
    dataset: openDataset({
      ...{ projectId: "copydesk", name: "production", store, clock: systemClock, idsSelectedBy },
      log: () => {},
    }),
    words,
    workAll() {
      while (indexes.work());
    },
    close: () => database.close(),
  };
}

export function commit(dataset: Dataset, documents: readonly object[]): void {
  const mutations = documents.map((each) => ({ createOrReplace: withoutNothing(each) }));
  dataset.commit({ author: "me", mutations });
}

/** Asks each query, and evaluates it by groq-js alone over all documents. @returns What they give, which is the same. */
export async function expectPlain(
  dataset: Dataset,
  asked: readonly (readonly [string, View])[],
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown[]> {
  const stored = dataset.select({ kind: "everything" }, {});
  const answers: unknown[] = [];
  for (const [text, view] of asked) {
    const options = { dataset: [...plainView(stored, view)], identity: "me", timestamp: context.now };
    const expected = toJS(evaluateSync(withOwnFunctions(parse(text, { params })), options));
    const found = await runQuery(dataset, { query: text, params, view }, context);
    expect({ text, view, found }).toEqual({ text, view, found: expected });
    answers.push(found);
  }
  return answers;
}

/** What the hosted documentation says a perspective is, without any index. */
function plainView(
  documents: readonly LakeDocument[],
  { layers: stack, withoutVersions }: View,
): readonly LakeDocument[] {
  if (!stack) return documents.filter(({ _id }) => !withoutVersions || !_id.startsWith("versions."));
  const names = new Set(documents.map(({ _id }) => publishedIdOf(_id)));
  return [...names].sort().flatMap((name) => {
    const group = stack.map((layer) => idInLayer(name, layer));
    const winner = group.flatMap((id) => documents.filter(({ _id }) => _id === id))[0];
    if (!winner || (winner["_system"] && winner._id.startsWith("versions."))) return [];
    return [{ ...winner, _id: name, _originalId: winner._id }];
  });
}

const withoutNothing = (document: object): Record<string, unknown> => JSON.parse(JSON.stringify(document));
