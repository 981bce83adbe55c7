import type { Mutation } from "@sanity/client";
import { canonicalJson, valueAt } from "../../../schemas/index.ts";
import type { SeenDocument } from "../../seen/seen-document.ts";

/** One field of a document, as it was and as it becomes; nothing where there is none. */
export interface FieldEdit {
  readonly id: string;
  /** Revision that was looked at. */
  readonly seen: string;
  /** In Sanity's path form. */
  readonly field: string;
  readonly was: unknown;
  readonly becomes: unknown;
}

/** The edits that give some fields of a document other values; none for a field that has its value already. Pure. */
export const editsOf = (document: SeenDocument, fields: Readonly<Record<string, unknown>>): FieldEdit[] =>
  Object.entries(fields).flatMap(([field, becomes]) => {
    const was = valueAt(document, field);
    return isSame(was, becomes) ? [] : [{ id: document._id, seen: document._rev, field, was, becomes }];
  });

/**
 * The edits that take another one back: none where that has been done already. `undefined` if the field is no longer as that one
 * has left it. Pure.
 */
export function takenBack(
  { id, field, was, becomes }: FieldEdit,
  document: SeenDocument | undefined,
): readonly FieldEdit[] | undefined {
  if (document === undefined) return undefined;
  const is = valueAt(document, field);
  if (isSame(is, becomes)) return [{ id, field, seen: document._rev, was: becomes, becomes: was }];
  return isSame(is, was) ? [] : undefined;
}

/** One patch for each document that edits change, refused once it is no longer the one that was looked at. Pure. */
export const mutationsOfEdits = (edits: readonly FieldEdit[]): Mutation[] =>
  [...Map.groupBy(edits, ({ id }) => id)].map(([id, all]) => {
    const set = all.filter(({ becomes }) => hasValue(becomes));
    const unset = all.filter(({ becomes }) => !hasValue(becomes)).map(({ field }) => field);
    return {
      patch: {
        id,
        ...(all[0] && { ifRevisionID: all[0].seen }),
        ...(set.length > 0 && { set: Object.fromEntries(set.map(({ field, becomes }) => [field, becomes])) }),
        ...(unset.length > 0 && { unset }),
      },
    };
  });

const hasValue = (value: unknown): boolean => value !== undefined && value !== null;

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
