import type { LakeDocument } from "./dataset.ts";
import { referencesGained, referencesIn } from "./references.ts";
import { RuleViolation } from "./rule-violation.ts";
import type { ChangedDocument } from "./running-transaction.ts";

interface StoredReferences {
  exists(id: string): boolean;
  stored(id: string): LakeDocument | null;
  stronglyReferencing(id: string): readonly LakeDocument[];
}

/** A reference that the end of a transaction would leave broken, and the document to blame. */
export interface BrokenReference {
  readonly violation: RuleViolation;
  readonly change: ChangedDocument;
}

/**
 * Finds the first strong reference that the transaction would break: one from a changed document to nothing, or
 * one from any surviving document to a deleted one. Only the state at the end counts.
 */
export function findBrokenReference(
  changes: readonly ChangedDocument[],
  { exists, stored, stronglyReferencing }: StoredReferences,
): BrokenReference | undefined {
  const changed = new Map(changes.map((change) => [change.id, change]));
  const finalState = (id: string): LakeDocument | null => {
    const change = changed.get(id);
    return change ? change.after : stored(id);
  };
  const isThere = (id: string): boolean => {
    const change = changed.get(id);
    return change ? change.after !== null : exists(id);
  };
  // What a document held before holds still, unless this transaction deletes something.
  const mayLoseTargets = changes.some(({ after }) => after === null);
  for (const change of changes) {
    const { before, after } = change;
    for (const { target, strong } of referencesGained(mayLoseTargets ? null : before, after)) {
      if (strong && !isThere(target)) return { change, violation: missingTarget(change.id, target) };
    }
    if (!isGone(change)) continue;
    const referencing = stronglyReferencing(change.id)
      .map(({ _id }) => finalState(_id))
      .filter((document) => document !== null && document._id !== change.id && pointsTo(document, change.id))
      .map((document) => document?._id);
    if (referencing.length > 0) return { change, violation: stillReferenced(change.id, referencing) };
  }
  return undefined;
}

/** wire: a changed `_type` counts as delete plus create (sanity.io/docs/http-mutations, createOrReplace). */
function isGone({ before, after }: ChangedDocument): boolean {
  return before !== null && before._type !== after?._type;
}

function pointsTo(document: LakeDocument | null, id: string): boolean {
  for (const reference of referencesIn(document))
    if (reference.strong && reference.target === id) return true;
  return false;
}

function missingTarget(id: string, referenceID: string): RuleViolation {
  const description = `Document "${id}" references non-existent document "${referenceID}"`;
  return new RuleViolation(409, "documentReferenceDoesNotExistError", description, { id, referenceID });
}

function stillReferenced(id: string, referencingIDs: readonly (string | undefined)[]): RuleViolation {
  const names = referencingIDs.map((name) => `"${name}"`).join(", ");
  const description = `Document "${id}" cannot be deleted as there are references to it from ${names}`;
  return new RuleViolation(409, "documentHasExistingReferencesError", description, { id, referencingIDs });
}
