import { draftId, isSourceId, publishedId } from "../../schemas/index.ts";
import { mergeMembers } from "../plan/merge/merge-value.ts";
import { canonicalJson, hasSameContent, type StoredDocument } from "../plan/content.ts";
import type { PlannedMutation } from "../plan/story-plan.ts";
import { allReferences } from "../plan/references.ts";
import { withoutRemovedFigures } from "../plan/removed-figures.ts";
import { readSnapshot } from "../plan/snapshot.ts";
import { guardOf, isMadeOver } from "../plan/write-document.ts";
import { applyMutations } from "./apply-mutations.ts";
import type { WrittenStory } from "./fetch-runs.ts";
import { digestOfContent, readValues, type Values } from "./run-history.ts";

/** Something that a run wrote and that stays as it is, and why. */
export interface KeptValue {
  readonly id: string;
  /** The field, where it is not the whole document. */
  readonly path?: string;
  readonly why: string;
}

/** How a run is taken back for one story. */
export interface UndoPlan {
  readonly mutations: readonly PlannedMutation[];
  /** Ids of the documents that get back, at least in part, what they were. */
  readonly restored: readonly string[];
  readonly kept: readonly KeptValue[];
}

/** What is known when the plan is made. */
export interface UndoContext {
  readonly record: WrittenStory;
  readonly run: string;
  /** Everything under the ids that {@link idsToUndo} names. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Published ids of the documents that something else refers to. */
  readonly inUse: ReadonlySet<string>;
}

/** Ids of the documents that have to be read to take a run back for a story: what it wrote, drafts and published. */
export function idsToUndo(record: WrittenStory, run: string): string[] {
  const { before, after } = valuesOf(record, run);
  const ids = Object.keys({ ...before, ...after });
  return [...new Set(ids.flatMap((id) => [id, publishedId(id), draftId(publishedId(id))]))];
}

/** Ids of the drafts that a run published, and that come back when it is taken back. */
export function draftsBefore(record: WrittenStory, run: string): ReadonlySet<string> {
  const { before, after } = valuesOf(record, run);
  return new Set(Object.keys(before).filter((id) => id !== publishedId(id) && !(id in after)));
}

/**
 * Plans to take back what a run wrote for a story. Pure.
 *
 * Sources that the run made are left for later (see `undoSource`). A value goes back to what it was only where it still is what the run wrote; the rest is named in `kept`. The
 * import record goes back with the last of it, so that the story can be imported again as if the run had not been.
 */
export function planUndo(context: UndoContext): UndoPlan {
  const inUse = new Set(context.inUse);
  for (;;) {
    const plan = planWith({ ...context, inUse });
    const left = applyMutations(context.documents, plan.mutations);
    const users = [...left.values()].filter(({ _type }) => _type !== "importRecord");
    // What stays may need what would go: that stays too, and may need something in its turn.
    const found = users
      .flatMap((user) => allReferences(user))
      .filter(({ _ref }) => !inUse.has(_ref) && isDeleted(plan, _ref))
      // A published document that becomes the draft again that it was is still there for whoever refers to drafts.
      .filter(({ _ref, _weak }) => !left.has(_ref) && (_weak !== true || !left.has(draftId(_ref))));
    if (found.length === 0) return plan;
    for (const { _ref } of found) inUse.add(_ref);
  }
}

const isDeleted = ({ mutations }: UndoPlan, id: string): boolean =>
  mutations.some((mutation) => "delete" in mutation && publishedId(mutation.delete.id) === id);

function planWith({ record, run, documents, inUse }: UndoContext): UndoPlan {
  const { before, after } = valuesOf(record, run);
  const written = after[record._id];
  const recorded = typeof written === "object" ? written["snapshot"] : record.snapshot;
  const imported = readSnapshot(typeof recorded === "string" ? recorded : undefined);
  const mutations: PlannedMutation[] = [];
  const restored: string[] = [];
  const kept: KeptValue[] = [];
  const keep = (id: string, why: string, path?: string): void =>
    void kept.push({ id, why, ...(path === undefined ? {} : { path }) });

  // What the run made goes first, so that a draft that it published can come back only where that is taken back.
  for (const [id, written] of Object.entries(after)) {
    if (id === record._id || typeof written !== "string" || isSourceId(id)) continue;
    const current = documents.get(id);
    const other = documents.get(id === publishedId(id) ? draftId(id) : publishedId(id));
    if (current === undefined) {
      const was = before[draftId(id)];
      // An earlier undo of the same run may have done this one already.
      const isDone = typeof was === "object" && other !== undefined && hasSameContent(other, was);
      const why = id === publishedId(id) ? "unpublished since" : "published since";
      if (other !== undefined && !isDone) keep(id, why);
    } else if (digestOfContent(current) !== written) keep(id, "changed since");
    else if (id !== publishedId(id) && other !== undefined) remove(current);
    else if (isMadeOver(imported[publishedId(id)]) && id !== publishedId(id)) keep(id, "unpublished since");
    else if (inUse.has(publishedId(id))) keep(id, "in use");
    else if (other !== undefined) keep(id, "an editor is working on a draft of it");
    else remove(current);
  }
  for (const [id, was] of Object.entries(before)) {
    if (id === record._id || typeof was === "string" || isSourceId(id)) continue;
    const written = after[id];
    const current = documents.get(id);
    if (typeof written === "object") {
      if (current === undefined) keep(id, "deleted since");
      else undoFields(current, was, written);
      // A draft that was begun since has what the run wrote from the published version.
      const draft = documents.get(draftId(id));
      if (draft !== undefined && !(draft._id in before) && !(draft._id in after))
        undoFields(draft, was, written);
    } else if (current !== undefined) {
      if (!hasSameContent(current, was)) keep(id, "made again since");
    } else if (after[publishedId(id)] === undefined || restored.includes(publishedId(id))) {
      mutations.push({ create: { ...was, _id: id, _type: String(was["_type"]) } });
      restored.push(id);
    }
  }
  // What stays can be taken back another time: the history keeps the run until all of it is gone.
  const recordMutations = kept.length === 0 ? undoRecord() : mutations.length > 0 ? [guardOf(record)] : [];
  return { mutations: [...mutations, ...recordMutations], restored, kept };

  function remove(current: StoredDocument): void {
    mutations.push(guardOf(current), { delete: { id: current._id } });
    restored.push(current._id);
  }

  function undoFields(current: StoredDocument, was: Fields, written: Fields): void {
    const fields = Object.keys({ ...was, ...written });
    const now = Object.fromEntries(
      fields.flatMap((name) => (name in current ? [[name, current[name]]] : [])),
    );
    // A picture that an editor has taken out since stays out, wherever the run had moved it from.
    const before = withoutRemovedFigures(was, written, now);
    const { value, conflicts } = mergeMembers("", written, now, before);
    for (const { path } of conflicts) keep(current._id, "changed since", path);
    const changed = fields.filter(
      (name) => canonicalJson(value[name] ?? null) !== canonicalJson(now[name] ?? null),
    );
    if (changed.length === 0) return;
    mutations.push(patchOf(current, value, changed));
    restored.push(current._id);
  }

  function undoRecord(): PlannedMutation[] {
    const history = (record.history ?? []).filter((entry) => entry.run !== run);
    const was = before[record._id];
    const isLast = record.run === run;
    if (!isLast) return [patchOf(record, { history }, ["history"])];
    if (typeof was !== "object") return [guardOf(record), { delete: { id: record._id } }];
    const fields = Object.keys({ ...was, ...(typeof written === "object" ? written : {}) });
    return [patchOf(record, { ...was, history }, [...fields, "history"])];
  }
}

type Fields = Readonly<Record<string, unknown>>;

function patchOf(
  { _id, _rev }: { readonly _id: string; readonly _rev: string },
  values: Fields,
  fields: readonly string[],
): PlannedMutation {
  const [present, absent] = [
    fields.filter((name) => values[name] !== undefined),
    fields.filter((name) => values[name] === undefined),
  ];
  return {
    patch: {
      id: _id,
      ifRevisionID: _rev,
      set: Object.fromEntries(present.map((name) => [name, values[name]])),
      ...(absent.length > 0 ? { unset: absent } : {}),
    },
  };
}

function valuesOf(record: WrittenStory, run: string): { before: Values; after: Values } {
  const entry = record.history?.find((other) => other.run === run);
  return { before: readValues(entry?.before ?? "{}"), after: readValues(entry?.after ?? "{}") };
}
