import { importRecordId, type ImportRecord, type Problem } from "../../schemas/index.ts";
import type { DocumentChange, WantedStory } from "../stages.ts";
import { differenceOf } from "./content.ts";
import type { PlanContext, PlannedMutation } from "./story-plan.ts";

/** How the record of an import is written. */
export interface RecordWrite {
  readonly mutation: PlannedMutation;
  readonly change: DocumentChange;
}

/**
 * Plans the import record of a story: nothing if it says already what this import has to say.
 *
 * Pure. Problems, run and time alone are no reason to write: an import of what has not changed must send nothing.
 */
export function planRecord(
  story: WantedStory,
  snapshot: string,
  problems: readonly Problem[],
  { stored, run }: PlanContext,
): RecordWrite | undefined {
  const { origin, contentHash, text, articleId } = story;
  const input = origin.identity.kind === "path" ? origin.identity.value : origin.input;
  const { record, recordRevision } = stored;
  if (record?.contentHash === contentHash && record.input === input && record.snapshot === snapshot)
    return undefined;

  const next: ImportRecord = {
    _id: importRecordId(articleId),
    _type: "importRecord",
    article: { _type: "reference", _ref: articleId, _weak: true },
    input,
    contentHash,
    sourceText: text,
    snapshot,
    problems: [...problems],
    importedAt: run.at,
    run: run.id,
  };
  const change = { id: next._id, type: next._type };
  if (recordRevision === undefined)
    return { mutation: { create: next }, change: { ...change, kind: "create" } };
  const { set } = differenceOf(record ?? {}, next);
  const mutation = { patch: { id: next._id, ifRevisionID: recordRevision, set } };
  return { mutation, change: { ...change, kind: "update" } };
}
