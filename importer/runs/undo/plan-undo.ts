import {
  type Review,
  draftId,
  isSourceId,
  publishedId,
  readSnapshot,
  reviewOf,
} from "../../../schemas/index.ts";
import { applyMutations } from "../../dataset/apply-mutations.ts";
import { hasSameContent } from "../../dataset/content.ts";
import { type Mutation, guardOf } from "../../dataset/mutation.ts";
import { allReferences } from "../../dataset/references.ts";
import { type StoryValues, type Values, valuesOf } from "../../dataset/run-history.ts";
import { type StoredDocument, datasetDocument } from "../../dataset/stored-document.ts";
import { isMadeOver } from "../../plan/write-document.ts";
import { type WrittenStory, toWrittenStory } from "../fetch-runs.ts";
import { type Fields, patchFields, undoFields } from "./undo-fields.ts";
import { undoMade } from "./undo-made.ts";
import { type UndoPlan, joinPlans, keepDocument, nothingToUndo } from "./undo-plan.ts";

/** What is known when the undo is planned. */
export interface UndoContext {
  readonly record: WrittenStory;
  readonly run: string;
  /** Everything stored under the ids from {@link idsToUndo}. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** What else the story consists of, which the run has not written. */
  readonly others: ReadonlyMap<string, StoredDocument>;
  /** Published ids of the documents that something else refers to. */
  readonly inUse: ReadonlySet<string>;
  readonly now: Date;
}

/** Ids of the documents to read before undoing a run for a story: whatever it wrote, drafts and published. */
export function idsToUndo({ history }: WrittenStory, run: string): string[] {
  const { before, after } = valuesOf(history, run);
  const ids = Object.keys({ ...before, ...after });
  return [...new Set(ids.flatMap((id) => [id, publishedId(id), draftId(publishedId(id))]))];
}

/** Ids of the drafts that a run published, and that undoing it restores. */
export function draftsBefore({ history }: WrittenStory, run: string): ReadonlySet<string> {
  const { before, after } = valuesOf(history, run);
  return new Set(Object.keys(before).filter((id) => id !== publishedId(id) && !(id in after)));
}

/**
 * Plans to undo what a run wrote for a story. Pure.
 *
 * Sources that the run created are left for later (see `undoSource`). A value is restored only where it is still what
 * the run wrote; the rest is listed in `kept`. The import record is restored once everything else is, so that the
 * story can be imported again as if the run had never happened.
 */
export function planUndo(context: UndoContext): UndoPlan {
  let { inUse } = context;
  for (;;) {
    const plan = planOnce({ ...context, inUse });
    const needed = stillNeeded(plan, context.documents).filter((id) => !inUse.has(id));
    if (needed.length === 0) return plan;
    // A document that stays may need one that would go: that one stays too, and may need others in turn.
    inUse = new Set([...inUse, ...needed]);
  }
}

/** Published ids of the documents that would be deleted but that a remaining document refers to. */
function stillNeeded({ mutations }: UndoPlan, documents: UndoContext["documents"]): string[] {
  const left = applyMutations(documents, mutations);
  const gone = new Set(
    mutations.flatMap((mutation) => ("delete" in mutation ? [publishedId(mutation.delete.id)] : [])),
  );
  return [...left.values()]
    .filter(({ _type }) => _type !== "importRecord")
    .flatMap((user) => allReferences(user))
    .filter(({ _ref }) => gone.has(_ref) && !left.has(_ref))
    .filter(({ _ref, _weak }) => !(_weak === true && isDraftAgain(_ref, left)))
    .map(({ _ref }) => _ref);
}

/** A published document that becomes a draft again still satisfies references to drafts. */
const isDraftAgain = (id: string, left: ReadonlyMap<string, unknown>): boolean => left.has(draftId(id));

/** Plans the undo as far as the documents in use allow. */
function planOnce(context: UndoContext): UndoPlan {
  const values = valuesOf(context.record.history, context.run);
  const goneOrBack = joinPlans([...undoAllMade(values, context), ...undoAllFields(values, context)]);
  // A draft that the run published is restored only if its published version is undone.
  const drafts = draftsAgain(values, goneOrBack.restored, context);
  const documents = joinPlans([goneOrBack, ...drafts]);
  return joinPlans([documents, undoRecord(documents, values, context)]);
}

/** Whether a document is undone with its story: the import record has its own step, sources come after all stories. */
const isOfStory = (id: string, { record }: UndoContext): boolean => id !== record._id && !isSourceId(id);

const otherOf = (id: string): string => (id === publishedId(id) ? draftId(id) : publishedId(id));

/** Undoes the documents that the run created. */
function undoAllMade({ before, after }: StoryValues, context: UndoContext): UndoPlan[] {
  const { record, documents, inUse } = context;
  const own = fieldsAt(after, record._id);
  const recorded = own === undefined ? record.snapshot : own["snapshot"];
  const imported = readSnapshot(typeof recorded === "string" ? recorded : undefined);
  return Object.entries(after).flatMap(([id, written]) => {
    if (typeof written !== "string" || !isOfStory(id, context)) return [];
    return undoMade({
      id,
      written,
      current: documents.get(id),
      other: documents.get(otherOf(id)),
      formerDraft: fieldsAt(before, draftId(id)),
      isMadeOver: isMadeOver(imported[publishedId(id)]),
      isInUse: inUse.has(publishedId(id)),
    });
  });
}

/** Undoes the fields that the run wrote to existing documents. */
function undoAllFields({ before, after }: StoryValues, context: UndoContext): UndoPlan[] {
  const { documents } = context;
  return Object.keys(before).flatMap((id) => {
    const [was, written] = [fieldsAt(before, id), fieldsAt(after, id)];
    if (was === undefined || written === undefined || !isOfStory(id, context)) return [];
    const current = documents.get(id);
    const ofDocument =
      current === undefined ? keepDocument(id, "deleted since") : undoFields(current, was, written);
    // A draft started since has copied what the run wrote from the published version.
    const draft = documents.get(draftId(id));
    const isPublished = id === publishedId(id);
    const isBegunSince =
      isPublished && draft !== undefined && !(draft._id in before) && !(draft._id in after);
    return isBegunSince ? [ofDocument, undoFields(draft, was, written)] : [ofDocument];
  });
}

/** Recreates the drafts that the run deleted by publishing them. */
function draftsAgain(
  { before, after }: StoryValues,
  restored: readonly string[],
  context: UndoContext,
): UndoPlan[] {
  return Object.keys(before).flatMap((id) => {
    const was = fieldsAt(before, id);
    if (was === undefined || fieldsAt(after, id) !== undefined || !isOfStory(id, context)) return [];
    const current = context.documents.get(id);
    if (current !== undefined) {
      return hasSameContent(current, was) ? [] : keepDocument(id, "recreated since");
    }
    const isTakenBack = after[publishedId(id)] === undefined || restored.includes(publishedId(id));
    if (!isTakenBack) return [];
    const draft = { ...was, _id: id, _type: String(was["_type"]) };
    return { mutations: [{ create: draft }], restored: [id], kept: [] };
  });
}

/**
 * Removes the run from the import record. What is kept can be undone another time: the history keeps the run until
 * all of it is undone. What people have said of the story stays; where it stands is worked out anew.
 */
function undoRecord(
  { mutations, kept }: UndoPlan,
  { before, after }: StoryValues,
  context: UndoContext,
): UndoPlan {
  const { record, run } = context;
  const write = (...own: Mutation[]): UndoPlan => ({ ...nothingToUndo, mutations: own });
  const writeFields = (values: Fields, fields: readonly string[]): UndoPlan => {
    const review = reviewAfter(mutations, { ...without(record, fields), ...values }, context);
    return write(patchFields(record, { ...values, review }, [...fields, "review"]));
  };
  if (kept.length > 0) return mutations.length > 0 ? writeFields({}, []) : nothingToUndo;
  const history = (record.history ?? []).filter((entry) => entry.run !== run);
  if (record.run !== run) return writeFields({ history }, ["history"]);
  const was = fieldsAt(before, record._id);
  if (was === undefined) return write(guardOf(record), { delete: { id: record._id } });
  const fields = Object.keys({ ...was, ...fieldsAt(after, record._id) });
  return writeFields({ ...was, history }, [...fields, "history"]);
}

/** Where the story stands once its documents and its record are as they were. */
function reviewAfter(
  mutations: readonly Mutation[],
  record: Fields,
  { documents, others, now, record: { review } }: UndoContext,
): Review | undefined {
  const restored = toWrittenStory(record);
  const left = applyMutations(new Map([...others, ...documents]), mutations);
  const story = [...left.values()].flatMap((document) => datasetDocument.safeParse(document).data ?? []);
  return restored === undefined ? review : reviewOf({ record: restored, documents: story }, now);
}

const without = (record: object, fields: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

/** The values of a document that the run changed, not created. */
function fieldsAt(values: Values, id: string): Fields | undefined {
  const found = values[id];
  return typeof found === "object" ? found : undefined;
}
