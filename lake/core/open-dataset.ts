import { hash } from "node:crypto";
import { performAction } from "./actions.ts";
import { audience } from "./audience.ts";
import type { Clock } from "./clock.ts";
import type {
  ActRequest,
  Commit,
  CommitRequest,
  CommitResult,
  Dataset,
  DocumentChange,
  DocumentSource,
  LakeDocument,
} from "./dataset.ts";
import type { DocumentStore } from "./document-store.ts";
import { effectsBetween } from "./effects.ts";
import { findBrokenReference } from "./integrity.ts";
import { LakeError } from "./lake-error.ts";
import { findOversized } from "./oversized.ts";
import { replayableMutations } from "./replayable-mutations.ts";
import { refused, RuleViolation } from "./rule-violation.ts";
import { RunningTransaction, type ChangedDocument } from "./running-transaction.ts";

interface DatasetParts {
  readonly projectId: string;
  readonly name: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly idsSelectedBy: SelectIds;
}

/** Finds the documents that the query of a patch or delete means, as the running transaction sees them. */
type SelectIds = (
  stored: DocumentSource,
  changed: readonly ChangedDocument[],
  selection: { readonly query: string; readonly params: Readonly<Record<string, unknown>> },
  context: {
    readonly identity: string;
    readonly now: Date;
    readonly projectId: string;
    readonly dataset: string;
  },
) => readonly string[];

type ErrorKind = "mutationError" | "actionError";
type Step = (transaction: RunningTransaction) => void;

/** Puts the rules of the lake in front of a store. */
export function openDataset(parts: DatasetParts): Dataset {
  const { projectId, name, store, clock, log, idsSelectedBy } = parts;
  const listeners = audience();
  const stored = (id: string): LakeDocument | null => store.documents([id])[0] ?? null;

  function run(kind: ErrorKind, request: CommitRequest | ActRequest, steps: readonly Step[]): CommitResult {
    const transactionId = request.transactionId ?? clock.newId();
    // An id that was made just now is of no earlier request, and nobody can repeat the one that it is of.
    const requestHash =
      request.transactionId === undefined
        ? unrepeatable
        : hashOf("mutations" in request ? request.mutations : request.actions);
    const repeated =
      request.transactionId !== undefined && answerToRepeat(store, kind, transactionId, requestHash);
    if (repeated) return repeated;

    const now = clock.now();
    const context = { identity: request.author, projectId, dataset: name };
    const source = ("source" in request && request.source) || store;
    const transaction = new RunningTransaction({
      transactionId,
      now,
      newId: () => clock.newId(),
      autoGenerateArrayKeys: "mutations" in request && request.autoGenerateArrayKeys === true,
      stored,
      idsSelectedBy: (selection, changed) => idsSelectedBy(source, changed, selection, { ...context, now }),
    });
    for (const [index, step] of steps.entries()) {
      try {
        transaction.carryOut(index, step);
      } catch (error) {
        throw error instanceof RuleViolation ? refused(kind, error, index) : error;
      }
    }
    const oversized = findOversized(transaction.changes());
    if (oversized) throw refused(kind, oversized.violation, oversized.change.step);
    const broken = findBrokenReference(transaction.changes(), {
      exists: (id) => store.exists(id),
      stored,
      stronglyReferencing: (id) => store.stronglyReferencing(id),
    });
    if (broken) throw refused(kind, broken.violation, broken.change.step);

    const results = transaction.results();
    if (!request.dryRun) {
      const changes = transaction.changes().map(toChange);
      const unsequenced = { transactionId, timestamp: now.toISOString(), author: request.author, changes };
      const outcome = { requestHash, results: results.map(({ id, operation }) => ({ id, operation })) };
      store.write(unsequenced, outcome, (sequence) => announce({ ...unsequenced, sequence }));
    }
    return { transactionId, results };
  }

  function announce(commit: Commit): void {
    for (const listener of listeners.of(commit)) {
      try {
        listener(commit);
      } catch (error) {
        // The commit stands, whatever a listener does.
        log(`listener failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
  }

  return {
    name,
    shown: (document) => document,
    documents: (ids) => store.documents(ids),
    select: (condition, view, fields) => store.select(condition, view, fields),
    reshaped: store.reshaped,
    ...(store.exactly && { exactly: store.exactly }),
    history: (query) => store.history(query),
    fates: (publishedId) => store.fates(publishedId),
    sequenceOf: (transactionId) => store.sequenceOf(transactionId),
    thinHistory: (limit, now) => store.thinHistory(limit, now),
    commit: (request) =>
      run(
        "mutationError",
        request,
        request.mutations.map((mutation) => (transaction) => transaction.apply(mutation)),
      ),
    act: (request) =>
      run(
        "actionError",
        request,
        request.actions.map((action) => (transaction) => performAction(transaction, action)),
      ),
    subscribe: (listener, interest) => listeners.add(listener, interest),
  };
}

function toChange(changed: ChangedDocument): DocumentChange {
  const { id, before, after } = changed;
  const mutations = replayableMutations(changed);
  return {
    id,
    before,
    after,
    ...(before ? { previousRev: before._rev } : {}),
    deleted: after === null,
    mutations,
    effects: effectsBetween(before, after, mutations),
  };
}

/**
 * A client that did not get the answer repeats the request with the same transaction id. The same request gets the
 * stored outcome, with documents as they are now; a different request with a used id is a conflict.
 */
function answerToRepeat(
  store: DocumentStore,
  kind: ErrorKind,
  transactionId: string,
  requestHash: string,
): CommitResult | undefined {
  const outcome = store.outcomeOf(transactionId);
  if (!outcome) return undefined;
  if (outcome.requestHash !== requestHash) {
    const description = `Transaction "${transactionId}" already exists`;
    const error = { type: "transactionAlreadyExistsError", description };
    throw new LakeError(409, description, {
      error: { type: kind, description, items: [{ error, index: 0 }] },
    });
  }
  const documents = new Map(
    store.documents(outcome.results.map(({ id }) => id)).map((each) => [each._id, each]),
  );
  return {
    transactionId,
    results: outcome.results.map((result) => ({ ...result, document: documents.get(result.id) ?? null })),
  };
}

/** The hash of no request. */
const unrepeatable = "";

function hashOf(request: unknown): string {
  return hash("sha256", JSON.stringify(request), "base64");
}
