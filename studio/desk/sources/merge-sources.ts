import type { Mutation } from "@sanity/client";
import { readDocumentId, valueAt } from "../../../schemas/index.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";
import { guardOf } from "../acts/guard-of.ts";
import { editsOf, mutationsOfEdits, takenBack, type FieldEdit } from "./field-edits.ts";
import { inheritedFields } from "./inherited-fields.ts";
import { moved, movedSources } from "./moved-references.ts";

/** The published ids of two sources, of which one goes. */
export interface MergedPair {
  readonly survivor: string;
  readonly loser: string;
}

/** All that a merge looks at, as it is at one moment. */
export interface MergeSeen {
  /** The source that stays, and the one that goes: their drafts, published documents and versions in releases. */
  readonly survivor: readonly SeenDocument[];
  readonly loser: readonly SeenDocument[];
  /** What refers to the one that goes: articles and pictures, in every version; at least the fields that do. */
  readonly referring: readonly SeenDocument[];
  /** What the desk has noted of it by its id: import records, saved filters, pairs of sources that are not the same. */
  readonly notes: readonly SeenDocument[];
}

/** What a merge does; nothing that it does not name changes. */
export interface MergePlan {
  readonly kind: "plan";
  readonly edits: readonly FieldEdit[];
  /** The documents of the source that goes. */
  readonly deleted: readonly SeenDocument[];
}

/** Why two sources are not merged. */
export interface MergeRefusal {
  /**
   * `gone`: one of them is no more. `unpublished`: readers see the one that would go, and not the one that would stay, so that
   * published stories would lose their source.
   */
  readonly kind: "gone" | "unpublished";
}

/**
 * Plans to make one source of two: all that names the one that goes names the other one, which takes over what it has not got,
 * first of all the names, so that the next import finds it by them. Pure.
 */
export function planMerge(
  { survivor, loser, referring, notes }: MergeSeen,
  pair: MergedPair,
): MergePlan | MergeRefusal {
  if (pair.survivor === pair.loser || survivor.length === 0 || loser.length === 0) return { kind: "gone" };
  const move = { from: pair.loser, to: pair.survivor, isPublished: survivor.some(isPublished) };
  if (loser.some(isPublished) && !move.isPublished) return { kind: "unpublished" };
  const edits = [
    ...survivor.flatMap((one) => editsOf(one, inheritedFields(one, loser))),
    ...referring.flatMap((one) => {
      const { infoSources, source } = one;
      return editsOf(one, { infoSources: movedSources(infoSources, move), source: moved(source, move) });
    }),
    ...notes.flatMap((one) => editsOf(one, noted(one, pair))),
  ];
  return { kind: "plan", edits, deleted: loser };
}

const isPublished = ({ _id }: SeenDocument): boolean => readDocumentId(_id).kind === "published";

/** The mutations of a merge, in an order in which they may also be carried out in parts. Pure. */
export const mutationsOfMerge = ({ edits, deleted }: MergePlan): readonly Mutation[] => [
  ...mutationsOfEdits(edits),
  ...deleted.flatMap((document): Mutation[] => [guardOf(document), { delete: { id: document._id } }]),
];

/** What takes a merge back. */
export interface MergeUndo {
  readonly mutations: readonly Mutation[];
  /** Ids of the documents of which something stays as it is, because it has changed since. */
  readonly left: readonly string[];
}

/**
 * Plans to take a merge back: the source that went is there again, and each field that the merge has changed is as it was, unless
 * it has changed since. Pure.
 *
 * @param now The documents that the merge has changed or deleted, as far as they are there.
 */
export function planUndo({ edits, deleted }: MergePlan, now: readonly SeenDocument[]): MergeUndo {
  const byId = new Map(now.map((document) => [document._id, document]));
  const back = edits.map((edit) => takenBack(edit, byId.get(edit.id)));
  const gone = deleted.filter(({ _id }) => !byId.has(_id));
  const others = deleted.filter((was) => {
    const is = byId.get(was._id);
    return is !== undefined && is["_createdAt"] !== was["_createdAt"];
  });
  const left = [
    ...edits.filter((_, number) => back[number] === undefined),
    ...others.map(({ _id: id }) => ({ id })),
  ];
  return {
    // What comes back comes first: the others refer to it.
    mutations: [
      ...gone.map(({ _rev, _updatedAt, _system, ...content }): Mutation => ({ create: content })),
      ...mutationsOfEdits(back.flatMap((edit) => edit ?? [])),
    ],
    left: [...new Set(left.map(({ id }) => id))],
  };
}

/** The fields in which the desk has noted a source by its id, with the other one in its place. */
function noted(document: SeenDocument, { survivor, loser }: MergedPair): Readonly<Record<string, unknown>> {
  const field = { importRecord: "review.sources", deskFilter: "filter.source" }[document._type] ?? "pair";
  const value = valueAt(document, field);
  if (!Array.isArray(value)) return { [field]: survivor };
  const ids = value.map((id: unknown) => (id === loser ? survivor : id));
  // A pair stays one, even of the same.
  return { [field]: field === "pair" ? ids : [...new Set(ids)] };
}
