import { isDeepStrictEqual } from "node:util";
import { Mutation as MutatorMutation } from "@sanity/mutator";
import type { LakeDocument, Mutation } from "./dataset.ts";
import type { ChangedDocument } from "./running-transaction.ts";

/**
 * The mutations of an event, in a form that every listener can replay.
 *
 * Studio replays them with @sanity/mutator on its own copy of the document, which knows less of JSONMatch than the
 * lake does. Where its replay does not give the stored document, the whole document goes out instead: right for
 * everybody, at the cost of merging with unsaved typing.
 */
export function replayableMutations({ before, after, mutations }: ChangedDocument): readonly Mutation[] {
  if (after === null || isWhole(before, mutations) || replaysTo(before, after, mutations)) return mutations;
  const { _rev, ...content } = after;
  return [{ createOrReplace: content }];
}

/** A document that is made by one mutation is the document that stands in it. */
const isWhole = (before: LakeDocument | null, mutations: readonly Mutation[]): boolean =>
  before === null && mutations.length === 1;

function replaysTo(
  before: LakeDocument | null,
  after: LakeDocument,
  mutations: readonly Mutation[],
): boolean {
  try {
    // The mutator writes into what it is given.
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
