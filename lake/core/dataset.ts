/**
 * The contract between the lake's routes, its rules, and its document store.
 * Nothing here knows HTTP or SQL.
 */

import type { HistoryLimit } from "./history-limit.ts";
import type { ValueKind } from "./value-kinds.ts";

/** A document as the lake stores it: the five system fields, and whatever content the client sent. */
export interface LakeDocument {
  readonly _id: string;
  readonly _type: string;
  /** The id of the transaction that last changed the document. */
  readonly _rev: string;
  /** UTC, second or millisecond precision. */
  readonly _createdAt: string;
  readonly _updatedAt: string;
  readonly [field: string]: unknown;
}

/** One mutation in the wire form of `POST /data/mutate`, e.g. `{create: {...}}` or `{patch: {...}}`. */
export type Mutation = Readonly<Record<string, unknown>>;

/** One action in the wire form of `POST /data/actions`, e.g. `{actionType: "sanity.action.document.edit", ...}`. */
type Action = Readonly<Record<string, unknown>>;

/** A pair of Mendoza patches that turn the document before into the one after, and back (both without `_rev`). */
export interface Effects {
  readonly apply: readonly unknown[];
  readonly revert: readonly unknown[];
}

/** The outcome of a transaction for one document, without the details. */
export interface Fate {
  readonly id: string;
  /** Absent when the transaction created the document. */
  readonly previousRev?: string;
  readonly deleted: boolean;
}

/** What one transaction did to one document, as it is stored permanently. */
export interface RecordedChange extends Fate {
  /** Only this document's mutations, with concrete paths: replaying them on the document before gives the one after. */
  readonly mutations: readonly Mutation[];
  readonly effects: Effects;
}

/** A change with both states of the document, as subscribers receive it. */
export interface DocumentChange extends RecordedChange {
  readonly before: LakeDocument | null;
  readonly after: LakeDocument | null;
}

/** One committed transaction. */
export interface Transaction<Change extends Fate = RecordedChange> {
  /** Grows with each transaction; never reused. */
  readonly sequence: number;
  readonly transactionId: string;
  /** UTC with milliseconds; never before any `_updatedAt` it produced. */
  readonly timestamp: string;
  /** User id of the author. */
  readonly author: string;
  readonly changes: readonly Change[];
}

export type Commit = Transaction<DocumentChange>;

interface TransactionOptions {
  readonly author: string;
  /** Must be unused in the dataset, or be a repeat of the same request; made by the dataset when absent. */
  readonly transactionId?: string;
  /** Run every check, write nothing. */
  readonly dryRun?: boolean;
}

export interface CommitRequest extends TransactionOptions {
  readonly mutations: readonly Mutation[];
  readonly autoGenerateArrayKeys?: boolean;
  /** What queries that choose documents see; the dataset as it is stored unless told. */
  readonly source?: DocumentSource;
}

export interface ActRequest extends TransactionOptions {
  readonly actions: readonly Action[];
}

/** The result of a transaction for one document; results are in the order in which documents were first mentioned. */
export interface MutationResult {
  readonly id: string;
  readonly operation: "create" | "update" | "delete" | "none";
  /** The state after the transaction; for a delete, the state before it. */
  readonly document: LakeDocument | null;
}

export interface CommitResult {
  readonly transactionId: string;
  readonly results: readonly MutationResult[];
}

/** Which documents a reader sees, and under which ids. */
export interface View {
  /**
   * Layers in order of priority (`"drafts"`, `"versions.<release>"`, `""` for published): of each group of
   * documents with one published id, only the first layer that has one is seen, under the published id and with
   * its real id in `_originalId`. Absent: every document under its own id.
   */
  readonly layers?: readonly string[];
  /** Leave `versions.**` out of a view without layers: API versions before 2025-02-19 do not know them. */
  readonly withoutVersions?: boolean;
}

/** A field, the field of an object in it, or an item of a list (from the end when negative): `["names", 0, "text"]`. */
export type FieldPath = readonly (string | number)[];

export type Scalar = string | number | boolean | null;

/** Words that a document must have, in the form in which an index has them (lake/text/indexed-words.ts). */
export type AskedWords =
  | {
      readonly kind: "word";
      readonly word: string;
      /** Whether words count that only begin with it. */
      readonly isBeginning: boolean;
      /** Top-level fields; absent: any. */
      readonly fields?: readonly string[];
    }
  | { readonly kind: "all" | "any"; readonly of: readonly AskedWords[] }
  /** No more than a hint: a document may lack words that the index has of it. */
  | { readonly kind: "without"; readonly of: AskedWords; readonly words: AskedWords };

/**
 * A condition that a store can check by itself. It is true, false or unknown, exactly where GROQ says true, false or null;
 * texts are in the order of their code points.
 */
export type Condition =
  | { readonly kind: "everything" | "nothing" | "unknown" }
  | { readonly kind: "type"; readonly values: readonly string[] }
  /** `_id` in the view. */
  | { readonly kind: "id"; readonly values: readonly string[] }
  /** `_id` in the view begins with this, which ends with a dot. */
  | { readonly kind: "idPrefix"; readonly value: string }
  /** Any document of the groups with these published ids. */
  | { readonly kind: "group"; readonly values: readonly string[] }
  /** Holds a reference, strong or weak, to one of these ids. */
  | { readonly kind: "reference"; readonly values: readonly string[] }
  /** Is one of these; `null` is also a field that there is not. Of what is no field, only where there is an index of it. */
  | { readonly kind: "field"; readonly path: DocumentKey; readonly values: readonly Scalar[] }
  /** Unknown for a field of another kind than the value. Of what is no field, only where there is an index of it. */
  | {
      readonly kind: "compared";
      readonly path: DocumentKey;
      readonly op: "<" | "<=" | ">" | ">=";
      readonly value: string | number | boolean;
    }
  /** A text that tells a time, compared with one in milliseconds. Unknown for what tells no time. */
  | {
      readonly kind: "dated";
      readonly path: FieldPath;
      readonly op: "<" | "<=" | ">" | ">=";
      readonly timeMs: number;
    }
  | { readonly kind: "defined"; readonly path: FieldPath }
  /** The field itself, which is unknown unless it is true or false. */
  | { readonly kind: "isTrue"; readonly path: FieldPath }
  /** An item of the list, or what is at a place within an item, is the value. Unknown for what is no list. */
  | {
      readonly kind: "holds";
      readonly list: FieldPath;
      readonly within: FieldPath;
      readonly value: Scalar;
    }
  /** Holds for every document that has the words, and perhaps for others: never part of an exact condition. */
  | { readonly kind: "text"; readonly words: AskedWords }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };

/**
 * What is looked at in a document: a field, or an expression over that document alone, as the JSON of its syntax tree, the
 * order in which it stands (`lake/core/order-text.ts`), or what a list holds (`lake/core/members-key.ts`).
 */
export type DocumentKey = FieldPath | string;

/** By kind ({@link ValueKind}), then by value, as GROQ orders. */
export interface OrderKey {
  readonly key: DocumentKey;
  readonly descending: boolean;
}

/** The value of a key in a document, as an index holds it. */
export interface KeyValue {
  readonly kind: ValueKind;
  /** `null` for what is of another kind than those that have an order. */
  readonly value: string | number | null;
  /** Whether there is nothing, or null. */
  readonly isMissing: boolean;
}

/** How to work out the value of a key; the same for the same document, whoever asks and when. */
export type ReadKey = (key: DocumentKey) => KeyReader;

export interface KeyReader {
  /** Top-level fields: what else a document holds makes no difference. */
  readonly fields: readonly string[];
  /** One value; of what a list holds, each different one that an index can have. */
  readonly read: (document: LakeDocument) => readonly KeyValue[];
}

/** A key that a query would have liked an index for, or found one. */
export interface AskedKey {
  readonly dataset: string;
  readonly type: string;
  readonly key: DocumentKey;
}

/** Some of the documents of a view. */
export interface Page {
  readonly condition: Condition;
  readonly view: View;
  /** The only fields that are needed; a store may leave out the rest of the content. */
  readonly fields?: readonly string[] | undefined;
  /** What they have in common stays in the order of `_id`. */
  readonly order?: readonly OrderKey[];
  readonly from?: number;
  /** Exclusive. */
  readonly to?: number;
}

/** Read access to the current state. */
export interface DocumentSource {
  /** The documents with these real ids (no perspective), in the order asked; unknown ids are left out. */
  documents(ids: readonly string[]): readonly LakeDocument[];
  /**
   * At least the documents of the view for which the condition holds, ordered by `_id`: the caller still filters.
   *
   * @param fields The only fields that are needed; a store may leave out the rest of the content.
   */
  select(condition: Condition, view: View, fields?: readonly string[]): readonly LakeDocument[];
  /** Fields that its documents have otherwise than its conditions see them. */
  readonly reshaped: ReadonlySet<string>;
  /** Absent in a source that cannot tell exactly. */
  readonly exactly?: ExactSource;
}

/** A source that gives the documents for which a condition holds, and no others. */
interface ExactSource {
  /** So few documents are rather read at once than told apart first. */
  readonly few: number;
  page(page: Page): readonly LakeDocument[];
  /** Like `page`, for a reader who may not want them all: a document is read when it is asked for. */
  walk(page: Page): Iterable<LakeDocument>;
  /** @param most Counts no further. */
  count(condition: Condition, view: View, most?: number): number;
  /** The numbers for those of some conditions that are told sooner together than one by one, as it takes a look at documents. */
  countTogether(conditions: readonly Condition[], view: View): ReadonlyMap<Condition, number>;
  /**
   * The different values of a key of which there is an index, in the order of the first document that has them, with `null`
   * for what there is not. `undefined` when the index does not have all of them: it has no lists and no objects.
   */
  distinct(key: DocumentKey, condition: Condition, view: View): readonly Scalar[] | undefined;
  /**
   * How many of the documents have each value of a key of which there is an index; what has none is left out. `undefined` when the
   * index cannot tell two values apart.
   */
  countByValue(key: DocumentKey, condition: Condition, view: View): ReadonlyMap<Scalar, number> | undefined;
  /**
   * Whether there is an index of a key for the documents of a condition: only then can it be asked about what is no field.
   *
   * @param isWished Whether there had better be one, if this is asked again.
   */
  isIndexed(key: DocumentKey, condition: Condition, isWished?: boolean): boolean;
  /** Whether the documents of a condition are in an order already, or nearly. Any other has to be worked out over all of them. */
  isInOrder(order: readonly OrderKey[], condition: Condition, view: View): boolean;
}

/** Bounds are inclusive. Without ids: of the whole dataset. */
export interface HistoryQuery {
  readonly ids?: readonly string[];
  /** Also include what the transactions did to documents other than `ids`. */
  readonly whole?: boolean;
  readonly fromSequence?: number;
  readonly toSequence?: number;
  /** Newest first. */
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** The only documents that a subscriber wants, before or after a change; it may be told of others. */
export interface Interest {
  readonly kind: "ids" | "types";
  readonly values: readonly string[];
}

/**
 * One dataset: read, commit, subscribe.
 *
 * Commits are serial and atomic, and durable before `commit` or `act` returns. Subscribers are notified of a
 * commit after it is visible to every read.
 */
export interface Dataset extends DocumentSource {
  readonly name: string;
  /** @throws {LakeError} When a mutation breaks a rule; then nothing was written. */
  commit(request: CommitRequest): CommitResult;
  /** Runs document actions as one transaction. @throws {LakeError} When an action breaks a rule; then nothing was written. */
  act(request: ActRequest): CommitResult;
  /** A document of the past, as readers see it: `documents` and `select` give theirs that way. */
  shown(document: LakeDocument): LakeDocument;
  /**
   * @param interest Absent: everything.
   * @returns A function that ends the subscription.
   */
  subscribe(listener: (commit: Commit) => void, interest?: Interest): () => void;
  /** Recorded transactions; each holds only the changes of the ids asked for, if any were. */
  history(query: HistoryQuery): Iterable<Transaction>;
  /**
   * What became of the documents of a group (published, draft and versions), newest first: cheap, however long their
   * history is.
   */
  fates(publishedId: string): Iterable<Transaction<Fate>>;
  /** The sequence of a transaction, or `undefined` when the history has none of that id. */
  sequenceOf(transactionId: string): number | undefined;
  /** Takes away old history for good. @returns How many changes of documents went. */
  thinHistory(limit: HistoryLimit, now: Date): number;
}

/** Whether a parsed JSON value has the system fields of a stored document. */
export function isLakeDocument(value: unknown): value is LakeDocument {
  return (
    isRecord(value) &&
    typeof value["_id"] === "string" &&
    typeof value["_type"] === "string" &&
    typeof value["_rev"] === "string" &&
    typeof value["_createdAt"] === "string" &&
    typeof value["_updatedAt"] === "string"
  );
}

/** Whether a JSON value is an object: neither an array nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
