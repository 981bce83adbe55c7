import { maxDocumentCharacters } from "./limits.ts";
import { measureDocument } from "./measure-json.ts";
import { invalid, type RuleViolation } from "./rule-violation.ts";
import type { ChangedDocument } from "./running-transaction.ts";

/** A document that a transaction made too long, with the refusal. */
export interface OversizedDocument {
  readonly violation: RuleViolation;
  readonly change: ChangedDocument;
}

/** Finds the first document that is too long at the end of a transaction: many small patches add up. */
export function findOversized(changes: readonly ChangedDocument[]): OversizedDocument | undefined {
  for (const change of changes) {
    if (!change.after || measureDocument(change.after).characters <= maxDocumentCharacters) continue;
    const violation = invalid(
      `Cannot write document "${change.id}": its JSON would be longer than ${maxDocumentCharacters} characters`,
    );
    return { violation, change };
  }
  return undefined;
}
