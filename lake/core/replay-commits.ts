import {
  isLakeDocument,
  type Commit,
  type Dataset,
  type LakeDocument,
  type RecordedChange,
} from "./dataset.ts";
import { applyEffect } from "./effects.ts";

/** A listener that missed more than this starts over. */
const maxMissed = 1_000;

/**
 * The commits after a transaction, with both states of each document: what a listener missed while it was away.
 *
 * @returns `undefined` when the transaction is unknown or too long ago.
 */
export function commitsAfter(dataset: Dataset, transactionId: string): readonly Commit[] | undefined {
  const sequence = dataset.sequenceOf(transactionId);
  if (sequence === undefined) return undefined;
  const missed = [...dataset.history({ fromSequence: sequence + 1, reverse: true, limit: maxMissed + 1 })];
  if (missed.length > maxMissed) return undefined;

  // The log holds differences: walking back from the present yields each state in turn.
  const states = new Map<string, LakeDocument | null>();
  const stateOf = (id: string): LakeDocument | null =>
    states.get(id) ?? (states.has(id) ? null : (dataset.documents([id])[0] ?? null));
  const commits = missed.map((transaction) => ({
    ...transaction,
    changes: transaction.changes.map((change) => {
      const after = stateOf(change.id);
      const before = stateBefore(change, after);
      states.set(change.id, before);
      return { ...change, before: before && dataset.shown(before), after: after && dataset.shown(after) };
    }),
  }));
  return commits.toReversed();
}

/** The document as it was before a recorded change. */
export function stateBefore(change: RecordedChange, after: LakeDocument | null): LakeDocument | null {
  const content = withoutRev(after);
  const before = applyEffect(change.effects.revert, content);
  if (before === null) return null;
  const document = { ...before, _rev: change.previousRev ?? "" };
  if (isLakeDocument(document)) return document;
  throw new TypeError(`BUG: the history of "${change.id}" leads to something other than a document`);
}

function withoutRev(document: LakeDocument | null): Readonly<Record<string, unknown>> | null {
  if (!document) return null;
  const { _rev, ...content } = document;
  return content;
}
