import { LakeError } from "./lake-error.ts";

/**
 * A mutation or action that breaks a rule. Thrown by the rule; `refused` wraps it in the envelope of its request,
 * because mutations and actions share the rules but not the envelope.
 */
export class RuleViolation extends Error {
  override readonly name = "RuleViolation";
  readonly status: number;
  /** The `error` object of the item: `type`, `description`, and what belongs to the type. */
  readonly item: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    type: string,
    description: string,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(description);
    this.status = status;
    this.item = { type, description, ...more };
  }
}

/** The request itself is invalid, whatever the documents are. */
export function invalid(description: string): RuleViolation {
  return new RuleViolation(400, "validationError", description);
}

/**
 * The refusal of a whole request because of the mutation or action at `index`.
 * The envelopes are those that @sanity/client reads (src/http/errors: mutationError, actionError).
 */
export function refused(
  kind: "mutationError" | "actionError",
  violation: RuleViolation,
  index: number,
): LakeError {
  const what = kind === "mutationError" ? "mutation(s)" : "action(s)";
  const description = `The ${what} failed: ${violation.message}`;
  return new LakeError(violation.status, description, {
    error: { type: kind, description, items: [{ error: violation.item, index }] },
  });
}
