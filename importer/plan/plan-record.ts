import {
  type ImportRecord,
  type Problem,
  type Suggestion,
  canonicalJson,
  importRecordId,
} from "../../schemas/index.ts";
import { differenceOf } from "../dataset/content.ts";
import { type Mutation, idsOf } from "../dataset/mutation.ts";
import { applyMutations } from "../dataset/apply-mutations.ts";
import { addToHistory } from "../dataset/run-history.ts";
import { type StoredDocument, datasetDocument } from "../dataset/stored-document.ts";
import { articleKeysOf, identitiesOf } from "../identity/names-of.ts";
import { toRecorded } from "../identity/recorded-identities.ts";
import { rulesOfStory } from "../rules-of-story.ts";
import type { DocumentChange, WantedStory } from "../stages.ts";
import { planReview } from "./plan-review.ts";
import type { PlanContext } from "./story-plan.ts";

/** How the record of an import is written. */
export interface RecordWrite {
  readonly mutation: Mutation;
  readonly change: DocumentChange;
}

/** What an import record keeps from the plan for its story. */
export interface RecordContent {
  readonly snapshot: string;
  /** Whether it differs from the last one by more than sources that were merged since. */
  readonly isNews: boolean;
  readonly problems: readonly Problem[];
  readonly suggestions: readonly Suggestion[];
}

/**
 * Plans the import record of a story: `undefined` if the stored record is up to date and nothing else of the story is
 * written.
 *
 * Pure. New problems, a new run or a new time alone are no reason to write: an import without changes must send
 * nothing.
 *
 * @param mutations The story's other mutations, which the record's history has to account for.
 */
export function planRecord(
  story: WantedStory,
  { snapshot, isNews, problems, suggestions }: RecordContent,
  { stored, run, rules, sources }: PlanContext,
  mutations: readonly Mutation[],
): RecordWrite | undefined {
  const { origin, contentHash, text, articleId, fingerprint } = story;
  const input = origin.identity.kind === "text" ? origin.input : origin.identity.value;
  const { record, recordRevision } = stored;
  const identities = toRecorded([
    ...(record?.identities ?? []),
    ...(story.identities ?? identitiesOf(origin)),
  ]);
  const { told } = story.read;
  const leftOut = story.leftOut.length === 0 ? undefined : JSON.stringify(story.leftOut);
  const saysSo =
    record?.contentHash === contentHash &&
    record.leftOut === leftOut &&
    (told === undefined || canonicalJson(told) === canonicalJson(record.toldLines ?? [])) &&
    !isNews &&
    knowsAll(record, identities, story) &&
    problems.every((problem) => !asksAboutNames(problem) || isAmong(record.problems, problem));
  if (saysSo && mutations.length === 0) return undefined;

  const written: ImportRecord = {
    _id: importRecordId(articleId),
    _type: "importRecord",
    article: { _type: "reference", _ref: articleId, _weak: true },
    input,
    ...(origin.outlet === undefined ? {} : { outlet: origin.outlet }),
    ...(identities.length > 0 ? { identities } : {}),
    contentHash,
    ...story.version,
    rules: rulesOfStory(rules, story.read),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    sourceText: text,
    snapshot,
    ...(story.evidence === undefined ? {} : { evidence: story.evidence }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(told === undefined ? {} : { toldLines: [...told] }),
    problems: [...problems],
    ...(suggestions.length > 0 || record?.suggestions ? { suggestions: [...suggestions] } : {}),
    ...(record?.review && { review: record.review }),
    importedAt: run.at,
    run: run.id,
  };
  const before = new Map<string, StoredDocument | ImportRecord>(stored.documents);
  if (record !== undefined) before.set(record._id, record);
  for (const id of idsOf(mutations)) {
    const source = sources.get(id);
    if (source !== undefined) before.set(id, { ...source });
  }
  const documents = [...applyMutations(before, mutations).values()].flatMap(
    (document) => datasetDocument.safeParse(document).data ?? [],
  );
  const next = { ...written, review: planReview(written, documents, run.at) };
  const change = { id: next._id, type: next._type };
  const historyWith = (own: Mutation) =>
    addToHistory(record?.history ?? [], run.id, before, [...mutations, own]);
  if (recordRevision === undefined) {
    const history = historyWith({ create: next });
    return { mutation: { create: { ...next, history } }, change: { ...change, kind: "create" } };
  }
  const { set, unset } = differenceOf(record ?? {}, next);
  const gone = unset.filter((field) => ofThisText.has(field));
  const patch = {
    id: next._id,
    ifRevisionID: recordRevision,
    set,
    ...(gone.length > 0 ? { unset: gone } : {}),
  };
  const history = historyWith({ patch });
  return {
    mutation: { patch: { ...patch, set: { ...set, history } } },
    change: { ...change, kind: "update" },
  };
}

/** Whether a record knows its story by all names; the one that its id is made of it need not keep. */
const knowsAll = (
  { identities: known = [] }: ImportRecord,
  identities: ImportRecord["identities"] = [],
  { articleKey }: WantedStory,
): boolean =>
  identities.every(
    ({ _key, kind, value }) =>
      known.some((one) => one._key === _key) || articleKeysOf({ kind, value }).includes(articleKey),
  );

/** What another text leaves no trace of: places in it, and its likeness. */
const ofThisText: ReadonlySet<string> = new Set(["evidence", "fingerprint", "leftOut"]);

/** What the text alone does not say, so that it is news though the text is not. */
const asksAboutNames = ({ code }: Problem): boolean => code === "identity-contested";

const isAmong = (problems: readonly Problem[] = [], { code, message }: Problem): boolean =>
  problems.some((known) => known.code === code && known.message === message);
