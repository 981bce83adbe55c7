import { isDeepStrictEqual } from "node:util";
import { applyPatch } from "mendoza";
import { isRecord, type Effects, type LakeDocument, type Mutation } from "./dataset.ts";

/*
 * Mendoza patches (github.com/sanity-io/mendoza): a flat list of operations and their operands, which walk through the
 * old value and build the new one. The package only applies patches; this file writes them.
 */
const value = 0;
const pushFieldCopy = 10;
const pushFieldBlank = 11;
const pushElementCopy = 12;
const returnIntoObjectSameKeyPop = 15;
const returnIntoArrayPop = 16;
const objectSetFieldValue = 17;
const objectDeleteField = 19;
const arrayAppendValue = 20;
const arrayAppendSlice = 21;

type Content = Readonly<Record<string, unknown>>;
type Patch = readonly unknown[];

/** The patches that lead from one state of a document to the next, and back. */
export function effectsBetween(
  before: LakeDocument | null,
  after: LakeDocument | null,
  mutations: readonly Mutation[] = [],
): Effects {
  const made = before === null ? wholeOf(mutations) : undefined;
  const [old, fresh] = [before && withoutRev(before), after && withoutRev(after)];
  return {
    apply: made === undefined ? documentPatch(old, fresh) : [value, made],
    revert: documentPatch(fresh, old),
  };
}

/** The document, without its `_rev`, that a single mutation creates regardless of what was there before. */
export function wholeOf([mutation, ...others]: readonly Mutation[]): unknown {
  return others.length > 0 ? undefined : (mutation?.["create"] ?? mutation?.["createOrReplace"]);
}

/** Applies a patch to a document without its `_rev`. @throws {TypeError} When the result is neither a document nor nothing. */
export function applyEffect(patch: Patch, input: Content | null): Content | null {
  const output: unknown = applyPatch(input, [...patch]);
  if (output === null || isRecord(output)) return output;
  throw new TypeError("BUG: a stored effect yields something other than a document");
}

function documentPatch(from: Content | null, to: Content | null): Patch {
  // wire: Studio takes `[0, null]` for "deleted", and whole values for "created".
  return from === null || to === null ? [value, to] : objectPatch(from, to);
}

/** Operations on the object that stands for both input and output, as a copy. */
function objectPatch(before: Content, after: Content): Patch {
  // Members are addressed by their place in the sorted list of the input's keys.
  const keys = Object.keys(before).sort();
  return [
    ...keys.flatMap((key, index) => (Object.hasOwn(after, key) ? [] : [objectDeleteField, index])),
    ...Object.entries(after).flatMap(([key, member]) => {
      const old = Object.hasOwn(before, key) ? before[key] : undefined;
      if (isDeepStrictEqual(old, member)) return [];
      const index = keys.indexOf(key);
      if (isRecord(old) && isRecord(member)) {
        return [pushFieldCopy, index, ...objectPatch(old, member), returnIntoObjectSameKeyPop];
      }
      // A blank output that gets no item would stay null: an array that became empty is set whole.
      if (Array.isArray(old) && Array.isArray(member) && member.length > 0) {
        return [pushFieldBlank, index, ...arrayPatch(old, member), returnIntoObjectSameKeyPop];
      }
      return [objectSetFieldValue, member, key];
    }),
  ];
}

/** Operations that fill a blank output: common parts at both ends are copied, the middle goes item by item. */
function arrayPatch(before: readonly unknown[], after: readonly unknown[]): Patch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;

  const sameLength = before.length === after.length;
  const middle = after.slice(start, after.length - end).flatMap((item, offset) => {
    const old = before[start + offset];
    return sameLength && isRecord(old) && isRecord(item)
      ? [pushElementCopy, start + offset, ...objectPatch(old, item), returnIntoArrayPop]
      : [arrayAppendValue, item];
  });
  return [
    ...(start > 0 ? [arrayAppendSlice, 0, start] : []),
    ...middle,
    ...(end > 0 ? [arrayAppendSlice, before.length - end, before.length] : []),
  ];
}

function withoutRev({ _rev, ...content }: LakeDocument): Content {
  return content;
}
