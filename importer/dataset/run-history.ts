import { z } from "zod";
import { type HistoryEntry, canonicalJson } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import { applyMutations, type Documents } from "./apply-mutations.ts";
import { contentOf, digestOfContent } from "./content.ts";
import { idsOf, type Mutation } from "./mutation.ts";

/**
 * The JSON in `before` and `after` of a history entry. For a document that the run created, `after` has only the
 * digest; see {@link digestOfContent}.
 */
const values = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.unknown())]));

/** By document id: the values of fields, or for a document that the run created, the digest of its content. */
export type Values = z.infer<typeof values>;

/** What a run wrote for a story, and what was there before. */
export interface StoryValues {
  readonly before: Values;
  readonly after: Values;
}

/** Fields of an import record that no run owns: the history itself, and where the story stands on the desk. */
const ofNoRun: ReadonlySet<string> = new Set(["history", "review"]);

/** How many runs of a story can be undone. */
const mostEntries = 10;

/** Beyond this many characters the oldest runs are dropped: hosted Sanity accepts 4 MB per request. */
const mostCharacters = 1_000_000;

/**
 * Adds what a run is about to write to the history of its story, which keeps the last runs. Pure.
 *
 * A run that has written two versions of the story has one entry, starting from the state before the first of them.
 *
 * @param documents What is stored under the ids to be written, including the import record.
 * @param mutations All mutations for the story, including the import record's, without its `history`.
 */
export function addToHistory(
  history: readonly HistoryEntry[],
  run: string,
  documents: Documents,
  mutations: readonly Mutation[],
): HistoryEntry[] {
  const later = applyMutations(documents, mutations);
  const { before, after } = valuesOf(history, run);
  const former = withoutWrite(documents, before, after);
  for (const id of idsOf(mutations)) {
    const [from, to] = [former.get(id), later.get(id)];
    delete before[id];
    delete after[id];
    if (from !== undefined && to !== undefined) {
      const changed = changedFields(from, to);
      if (changed.length === 0) continue;
      before[id] = pick(from, changed);
      after[id] = pick(to, changed);
    } else if (from !== undefined) before[id] = { ...contentOf(from), _type: from["_type"] };
    else if (to !== undefined) after[id] = digestOfContent(ofRun(to));
  }
  const entry: HistoryEntry = {
    _type: "runHistory",
    _key: shortDigestOf(run, 12),
    run,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  };
  return lastEntries([...history.filter((other) => other.run !== run), entry]);
}

/** The documents as they were before a write, with editors' later changes kept. */
function withoutWrite(documents: Documents, before: Values, after: Values): Documents {
  const former = new Map(documents);
  for (const id of Object.keys({ ...before, ...after })) {
    const [was, wrote, now] = [before[id], after[id], documents.get(id)];
    if (typeof wrote === "string") {
      if (now !== undefined && digestOfContent(ofRun(now)) === wrote) former.delete(id);
    } else if (typeof was !== "object") continue;
    else if (wrote === undefined) {
      if (now === undefined) former.set(id, was);
    } else if (now !== undefined) {
      const isAsWritten = (field: string): boolean => isSame(now[field], wrote[field]);
      const fields = Object.keys({ ...was, ...wrote }).filter(isAsWritten);
      const others = Object.entries(now).filter(([field]) => !fields.includes(field));
      former.set(id, { ...Object.fromEntries(others), ...pick(was, fields) });
    }
  }
  return former;
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The last entries within the limits; always the newest, so that the latest run can be undone. */
function lastEntries(history: readonly HistoryEntry[]): HistoryEntry[] {
  let left = mostCharacters;
  const kept = history.toReversed().findIndex(({ before, after }, index) => {
    left -= before.length + after.length;
    return index > 0 && left < 0;
  });
  return history.slice(-Math.min(kept === -1 ? mostEntries : kept, mostEntries));
}

/** Reads what a run wrote for a story; empty if it wrote nothing. Pure. */
export function valuesOf(history: readonly HistoryEntry[] | undefined, run: string): StoryValues {
  const entry = history?.find((other) => other.run === run);
  return { before: readValues(entry?.before ?? "{}"), after: readValues(entry?.after ?? "{}") };
}

/** Reads `before` or `after`; empty if damaged, so that nothing is undone by mistake. */
function readValues(json: string): Values {
  try {
    return values.parse(JSON.parse(json));
  } catch {
    return {};
  }
}

/** A document without what no run owns. */
const ofRun = (document: Readonly<Record<string, unknown>>): object =>
  document["_type"] === "importRecord"
    ? Object.fromEntries(Object.entries(document).filter(([field]) => !ofNoRun.has(field)))
    : document;

function changedFields(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): string[] {
  const [before, after] = [contentOf(ofRun(from)), contentOf(ofRun(to))];
  return Object.keys({ ...before, ...after }).filter((field) => !isSame(before[field], after[field]));
}

const pick = (
  document: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => field in document).map((field) => [field, document[field]]));
