import { canonicalJson } from "../../../schemas/index.ts";
import { type Mutation, patchOf } from "../../dataset/mutation.ts";
import type { StoredDocument } from "../../dataset/stored-document.ts";
import { languageOf } from "../../plan/merge/language-of.ts";
import { mergeMembers } from "../../plan/merge/merge-value.ts";
import { withoutRemovedFigures } from "../../plan/removed-figures.ts";
import type { KeptReason, UndoPlan } from "./undo-plan.ts";

/** Values of some fields of a document. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Restores the fields that a run wrote to a document, each only where it is still what the run wrote; in a text,
 * paragraph by paragraph. Pure.
 *
 * @param was The fields before the run. @param written The same fields as the run wrote them.
 */
export function undoFields(current: StoredDocument, was: Fields, written: Fields): UndoPlan {
  const { _id } = current;
  const fields = Object.keys({ ...was, ...written });
  const now = Object.fromEntries(fields.flatMap((name) => (name in current ? [[name, current[name]]] : [])));
  // A picture that an editor has removed since stays out, wherever the run had moved it from.
  const before = withoutRemovedFigures(was, written, now);
  const versions = { base: written, current: now, incoming: before };
  const { value, conflicts } = mergeMembers("", versions, languageOf(current));
  const kept = conflicts.map(({ path }) => ({ id: _id, why: "changed since" satisfies KeptReason, path }));
  const changed = fields.filter(
    (name) => canonicalJson(value[name] ?? null) !== canonicalJson(now[name] ?? null),
  );
  return changed.length === 0
    ? { mutations: [], restored: [], kept }
    : { mutations: [patchFields(current, value, changed)], restored: [_id], kept };
}

/** Sets the named fields of a document to their values in `values`; unsets those without one. Pure. */
export function patchFields(
  document: Pick<StoredDocument, "_id" | "_rev">,
  values: Fields,
  fields: readonly string[],
): Mutation {
  const [present, absent] = [
    fields.filter((name) => values[name] !== undefined),
    fields.filter((name) => values[name] === undefined),
  ];
  const set = Object.fromEntries(present.map((name) => [name, values[name]]));
  return patchOf(document, { set, unset: absent });
}
