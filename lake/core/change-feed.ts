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
  const matching = matchesOf(commit, filter);
  return matching.map((match, index) => eventOf(commit, match, options, index, matching.length));
}

interface Match {
  readonly change: DocumentChange;
  readonly transition: MutationEvent["transition"];
}

function matchesOf(commit: Commit, filter: DocumentFilter): readonly Match[] {
  return commit.changes.flatMap((change) => {
    const transition = transitionOf(change, filter);
    return transition ? [{ change, transition }] : [];
  });
}

const eventIdOf = (commit: Commit, change: DocumentChange): string => `${commit.transactionId}#${change.id}`;

function eventOf(
  commit: Commit,
  { change, transition }: Match,
  options: FeedOptions,
  index: number,
  total: number,
): MutationEvent {
  return {
    eventId: eventIdOf(commit, change),
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
    transactionTotalEvents: total,
    transactionCurrentEvent: index + 1,
  };
}

const texts = new WeakMap<DocumentChange, Map<string, string>>();

/** The same events as JSON, each written once for all listeners that get the same. */
export function eventTextsFor(
  commit: Commit,
  filter: DocumentFilter,
  options: FeedOptions,
): readonly { readonly eventId: string; readonly json: string }[] {
  const { includeResult, includePreviousRevision, includeMutations, includeEffects } = options;
  const asked = [includeResult, includePreviousRevision, includeMutations, includeEffects]
    .map(Number)
    .join("");
  const matching = matchesOf(commit, filter);
  return matching.map((match, index) => {
    const { change, transition } = match;
    const ofChange = texts.get(change) ?? new Map<string, string>();
    texts.set(change, ofChange);
    const key = `${asked} ${transition} ${index} ${matching.length}`;
    const json = ofChange.get(key) ?? JSON.stringify(eventOf(commit, match, options, index, matching.length));
    ofChange.set(key, json);
    return { eventId: eventIdOf(commit, change), json };
  });
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
