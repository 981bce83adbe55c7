import { isDeepStrictEqual } from "node:util";
import { Mutation as MutatorMutation } from "@sanity/mutator";
import type { LakeDocument, Mutation } from "./dataset.ts";
import type { ChangedDocument } from "./running-transaction.ts";

/**
 * The mutations of an event, in a form that every listener can replay.
 *
 * Studio replays them with @sanity/mutator on its own copy of the document, which knows less of JSONMatch than the
 * lake does. If its replay does not yield the stored document, the whole document is sent instead: correct for every
 * listener, at the cost of merging with unsaved typing.
 */
export function replayableMutations({ before, after, mutations }: ChangedDocument): readonly Mutation[] {
  if (after === null || isWhole(before, mutations) || replaysTo(before, after, mutations)) return mutations;
  const { _rev, ...content } = after;
  return [{ createOrReplace: content }];
}

/** A document created by one mutation is the document in that mutation. */
const isWhole = (before: LakeDocument | null, mutations: readonly Mutation[]): boolean =>
  before === null && mutations.length === 1;

function replaysTo(
  before: LakeDocument | null,
  after: LakeDocument,
  mutations: readonly Mutation[],
): boolean {
  try {
    // The mutator modifies its input.
    const replayed = new MutatorMutation({ mutations: structuredClone([...mutations]) }).apply(
      structuredClone(before),
    );
    return isDeepStrictEqual(withoutStamp(replayed), withoutStamp(after));
  } catch {
    return false;
  }
}

function withoutStamp(document: Readonly<Record<string, unknown>> | null): unknown {
  if (!document) return null;
  const { _rev, _updatedAt, ...content } = document;
  // wire: what is undefined in memory does not exist in JSON.
  return JSON.parse(JSON.stringify(content));
}
