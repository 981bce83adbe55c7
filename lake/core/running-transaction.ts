import { applyPatch, type PatchOperations } from "./apply-patch.ts";
import { withArrayKeys } from "./array-keys.ts";
import { isRecord, type LakeDocument, type Mutation, type MutationResult } from "./dataset.ts";
import { isValidDocumentId } from "./document-id.ts";
import { parseMutation, type DocumentSelection } from "./mutation.ts";
import { invalid, RuleViolation } from "./rule-violation.ts";

type Content = Readonly<Record<string, unknown>>;

/** What a transaction needs from its surroundings. */
export interface TransactionContext {
  readonly transactionId: string;
  /** The one moment at which everything in the transaction happens. */
  readonly now: Date;
  readonly newId: () => string;
  readonly autoGenerateArrayKeys: boolean;
  stored(id: string): LakeDocument | null;
  /** Ids that a query selects from the stored documents, with the given ones replacing their stored state. */
  idsSelectedBy(
    selection: { readonly query: string; readonly params: Content },
    changed: readonly ChangedDocument[],
  ): readonly string[];
}

/** One document that a transaction has dealt with. */
export interface ChangedDocument {
  readonly id: string;
  readonly before: LakeDocument | null;
  after: LakeDocument | null;
  /** What to replay on `before` to get `after`. */
  readonly mutations: Mutation[];
  /** The last mutation or action of the request that dealt with it. */
  step: number;
}

/** No request may delete or patch more documents than this by query (sanity.io/docs/technical-limits). */
const maxSelected = 10_000;

/**
 * The documents of one transaction while it runs: every mutation sees what the earlier ones did, and nothing of it
 * is stored yet.
 */
export class RunningTransaction {
  readonly #context: TransactionContext;
  readonly #documents = new Map<string, ChangedDocument>();
  readonly #stamp: { readonly _rev: string; readonly _updatedAt: string };
  #step = 0;

  constructor(context: TransactionContext) {
    this.#context = context;
    // wire: documents carry whole seconds; rounding down keeps them from being later than the transaction.
    const _updatedAt = `${context.now.toISOString().slice(0, 19)}Z`;
    this.#stamp = { _rev: context.transactionId, _updatedAt };
  }

  /**
   * Carries out one mutation or action of the request; what it changes is noted as this step's.
   *
   * @param step Its place in the request, from 0.
   */
  carryOut(step: number, change: (transaction: RunningTransaction) => void): void {
    this.#step = step;
    change(this);
  }

  /** The state of a document as this transaction sees it. */
  document(id: string): LakeDocument | null {
    return this.#documents.get(id)?.after ?? (this.#documents.has(id) ? null : this.#context.stored(id));
  }

  /** Documents that differ from before, or were patched without effect: a patch always creates a revision. */
  changes(): readonly ChangedDocument[] {
    return [...this.#documents.values()].filter(
      ({ before, after, mutations }) => (before ?? after) && mutations.length > 0,
    );
  }

  results(): readonly MutationResult[] {
    return [...this.#documents.values()].flatMap(
      ({ id, before, after, mutations }): readonly MutationResult[] => {
        if (!before && !after) return [];
        if (mutations.length === 0) return [{ id, operation: "none", document: after }];
        const operation = !before ? "create" : !after ? "delete" : "update";
        return [{ id, operation, document: after ?? before }];
      },
    );
  }

  /** @throws {RuleViolation} When the mutation breaks a rule. @throws {LakeError} When its query is wrong. */
  apply(value: Mutation): void {
    const mutation = parseMutation(value);
    switch (mutation.kind) {
      case "create":
        return this.#create(mutation.document);
      case "createIfNotExists":
        return this.#createIfNotExists(mutation.document);
      case "createOrReplace":
        return this.createOrReplace(mutation.document);
      case "delete":
        return this.#idsOf(mutation.selection).forEach((id) => this.delete(id));
      case "patch":
        return this.#idsOf(mutation.selection).forEach((id) =>
          this.patch(id, mutation.operations, mutation.ifRevisionID),
        );
    }
  }

  #create(attributes: Content): void {
    const given = attributes["_id"];
    const id = given === undefined ? this.#context.newId() : given;
    const whole = typeof id === "string" && id.endsWith(".") ? id + this.#context.newId() : id;
    const changed = this.#change(whole);
    if (changed.after) {
      throw new RuleViolation(
        409,
        "documentAlreadyExistsError",
        `Document by ID "${changed.id}" already exists`,
        {
          id: changed.id,
        },
      );
    }
    this.#write(changed, "create", { ...attributes, _id: whole }, null);
  }

  #createIfNotExists(attributes: Content): void {
    const changed = this.#change(attributes["_id"]);
    if (!changed.after) this.#write(changed, "create", attributes, null);
  }

  createOrReplace(attributes: Content): void {
    const changed = this.#change(attributes["_id"]);
    this.#write(changed, "createOrReplace", attributes, changed.after);
  }

  /** Deleting a document that does not exist is not an error. */
  delete(id: string): void {
    const changed = this.#change(id);
    if (!changed.after) return;
    changed.after = null;
    changed.mutations.push({ delete: { id } });
  }

  patch(id: string, operations: PatchOperations, ifRevisionID?: string): void {
    const changed = this.#change(id);
    if (!changed.after) {
      throw new RuleViolation(
        409,
        "documentNotFoundError",
        `The document with the ID "${id}" was not found`,
        { id },
      );
    }
    this.#checkRevision(changed, ifRevisionID);
    const keyed = this.#context.autoGenerateArrayKeys ? withKeys(operations, this.#newKey) : operations;
    const { document, mutations } = applyPatch(changed.after, id, keyed);
    for (const attribute of ["_id", "_type", "_createdAt", "_rev"] as const) {
      if (document[attribute] !== changed.after[attribute]) throw immutable(attribute);
    }
    const { _id, _type, _createdAt } = changed.after;
    changed.after = { ...document, _id, _type, _createdAt, ...this.#stamp };
    // A patch that found nothing to change is still a change: Studio waits for its own transaction to come back.
    changed.mutations.push(...(mutations.length > 0 ? mutations : [{ patch: { id } }]));
  }

  #checkRevision({ id, before, after }: ChangedDocument, expected: string | undefined): void {
    const current = before?._rev ?? after?._rev;
    if (expected === undefined || expected === current) return;
    throw new RuleViolation(
      409,
      "documentRevisionIDDoesNotMatchError",
      `Document "${id}" has unexpected revision ID ("${current}"), expected "${expected}"`,
      { id, currentRevisionID: current, expectedRevisionID: expected },
    );
  }

  #write(
    changed: ChangedDocument,
    form: "create" | "createOrReplace",
    given: Content,
    existing: LakeDocument | null,
  ): void {
    const attributes = this.#context.autoGenerateArrayKeys ? withArrayKeys(given, this.#newKey) : given;
    if (!isRecord(attributes)) throw new TypeError("BUG: array keys turned a document into something else");
    const { _type, _createdAt, _updatedAt } = attributes;
    if (typeof _type !== "string" || _type === "")
      throw invalid(`Document "${changed.id}" must have a string "_type"`);
    const document: LakeDocument = {
      ...attributes,
      _id: changed.id,
      _type,
      // wire: a document keeps its creation time for as long as it exists, whoever replaces it.
      _createdAt: existing?._createdAt ?? asTime(_createdAt) ?? this.#stamp._updatedAt,
      _updatedAt: asTime(_updatedAt) ?? this.#stamp._updatedAt,
      _rev: this.#stamp._rev,
    };
    changed.after = document;
    const { _rev, ...content } = document;
    changed.mutations.push({ [form]: content });
  }

  #change(id: unknown): ChangedDocument {
    if (typeof id !== "string" || !isValidDocumentId(id)) {
      throw new RuleViolation(400, "validationError", `Malformed document ID: ${JSON.stringify(id)}`, {
        value: { Kind: { string_value: typeof id === "string" ? id : String(id) } },
      });
    }
    const known = this.#documents.get(id);
    const before = known ? known.before : this.#context.stored(id);
    const changed = known ?? { id, before, after: before, mutations: [], step: this.#step };
    changed.step = this.#step;
    this.#documents.set(id, changed);
    return changed;
  }

  #idsOf(selection: DocumentSelection): readonly string[] {
    if ("ids" in selection) return selection.ids;
    const ids = this.#context.idsSelectedBy(selection, [...this.#documents.values()]);
    if (ids.length > maxSelected)
      throw invalid(`Cannot change ${ids.length} documents by query: the limit is ${maxSelected}`);
    return ids;
  }

  readonly #newKey = (): string => this.#context.newId().slice(0, 12);
}

function immutable(attribute: string): RuleViolation {
  const description = `Cannot modify immutable attribute "${attribute}"`;
  return new RuleViolation(400, "cannotModifyImmutableAttributeError", description, { attribute });
}

function withKeys(operations: PatchOperations, newKey: () => string): PatchOperations {
  const keyed = withArrayKeys(operations, newKey);
  return isRecord(keyed) ? { ...operations, ...keyed } : operations;
}

function asTime(value: unknown): string | undefined {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
