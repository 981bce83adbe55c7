import type { Commit, DocumentChange, LakeDocument, Mutation } from "./dataset.ts";

/** The options of a listener: what each event includes (sanity.io/docs/listening). */
export interface FeedOptions {
  readonly includeResult: boolean;
  readonly includePreviousRevision: boolean;
  readonly includeMutations: boolean;
  readonly includeEffects: boolean;
}

/** A mutation event in its wire form. */
export interface MutationEvent {
  readonly eventId: string;
  readonly documentId: string;
  readonly transactionId: string;
  readonly transition: "appear" | "update" | "disappear";
  readonly identity: string;
  readonly mutations?: readonly Mutation[];
  /** Absent, never null, when the document did not exist: Studio compares with `undefined`. */
  readonly previousRev?: string;
  readonly resultRev: string;
  readonly result?: LakeDocument;
  readonly previous?: LakeDocument;
  readonly effects?: DocumentChange["effects"];
  readonly timestamp: string;
  readonly visibility: "query";
  /** How many events this listener gets for the transaction: Studio waits for all of them. */
  readonly transactionTotalEvents: number;
  readonly transactionCurrentEvent: number;
}

/** Whether a listener is interested in a document. */
export type DocumentFilter = (document: LakeDocument) => boolean;

/** The events that one listener gets for a commit: one for each document that its filter matched before or matches now. */
export function eventsFor(
  commit: Commit,
  filter: DocumentFilter,
  options: FeedOptions,
): readonly MutationEvent[] {
  const matching = commit.changes.flatMap((change) => {
    const transition = transitionOf(change, filter);
    return transition ? [{ change, transition }] : [];
  });
  return matching.map(({ change, transition }, index) => ({
    eventId: `${commit.transactionId}#${change.id}`,
    documentId: change.id,
    transactionId: commit.transactionId,
    transition,
    identity: commit.author,
    ...(options.includeMutations ? { mutations: change.mutations } : {}),
    ...(change.before ? { previousRev: change.before._rev } : {}),
    resultRev: commit.transactionId,
    ...(options.includeResult && change.after ? { result: change.after } : {}),
    ...(options.includePreviousRevision && change.before ? { previous: change.before } : {}),
    ...(options.includeEffects ? { effects: change.effects } : {}),
    timestamp: commit.timestamp,
    visibility: "query",
    transactionTotalEvents: matching.length,
    transactionCurrentEvent: index + 1,
  }));
}

function transitionOf(
  { before, after }: DocumentChange,
  filter: DocumentFilter,
): MutationEvent["transition"] | undefined {
  const matched = before !== null && filter(before);
  const matches = after !== null && filter(after);
  if (matched) return matches ? "update" : "disappear";
  return matches ? "appear" : undefined;
}
