import { isDeepStrictEqual } from "node:util";
import { isRecord, type Effects, type LakeDocument } from "./dataset.ts";

/*
 * Mendoza patches (github.com/sanity-io/mendoza) as the lake writes them: whole members are set or deleted, never
 * parts of them. That is a small part of the format, but legal, compact for documents, and readable.
 */
const value = 0;
const setField = 17;
const deleteField = 19;

type Content = Readonly<Record<string, unknown>>;

/** The patches that lead from one state of a document to the next, and back. */
export function effectsBetween(before: LakeDocument | null, after: LakeDocument | null): Effects {
  return { apply: patchBetween(before, after), revert: patchBetween(after, before) };
}

/**
 * Applies a patch that {@link effectsBetween} made to a document without its `_rev`.
 *
 * @throws {Error} When the patch holds an operation that the lake does not write.
 */
export function applyEffect(patch: readonly unknown[], input: Content | null): Content | null {
  if (patch[0] === value) return isRecord(patch[1]) ? patch[1] : null;
  const keys = Object.keys(input ?? {}).sort();
  const output = { ...input };
  for (let at = 0; at < patch.length;) {
    if (patch[at] === setField) {
      output[String(patch[at + 2])] = patch[at + 1];
      at += 3;
    } else if (patch[at] === deleteField) {
      delete output[keys[Number(patch[at + 1])] ?? ""];
      at += 2;
    } else {
      throw new Error(`BUG: unknown operation ${String(patch[at])} in a stored effect`);
    }
  }
  return output;
}

function patchBetween(from: LakeDocument | null, to: LakeDocument | null): readonly unknown[] {
  if (to === null) return [value, null];
  const after = withoutRev(to);
  if (from === null) return [value, after];
  const before = withoutRev(from);
  // Members are addressed by their place in the sorted list of keys of the input.
  const deletions = Object.keys(before)
    .sort()
    .flatMap((key, index) => (Object.hasOwn(after, key) ? [] : [deleteField, index]));
  const settings = Object.entries(after).flatMap(([key, member]) =>
    Object.hasOwn(before, key) && isDeepStrictEqual(before[key], member) ? [] : [setField, member, key],
  );
  return [...deletions, ...settings];
}

function withoutRev({ _rev, ...content }: LakeDocument): Content {
  return content;
}
