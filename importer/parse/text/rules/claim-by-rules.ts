import type { Claim } from "../lines.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { RoleBoard } from "../role-board.ts";
import type { Rule } from "./rule.ts";

/**
 * Tries rules in order on a line, and gives it the role of the first that applies.
 *
 * @returns the rule; `undefined` if none applies or the line already has a role.
 */
export function claimByRules<Place extends { readonly line: ObservedLine }>(
  board: RoleBoard,
  rules: readonly Rule<Place>[],
  place: Place,
): Rule<Place> | undefined {
  const rule = rules.find((each) => each.applies(place));
  return rule !== undefined && board.claim(place.line, claimOfRule(rule)) ? rule : undefined;
}

/** The claim that a rule makes for its line. Pure. */
export const claimOfRule = (row: Rule<never, unknown>): Claim => ({
  role: row.roles[0],
  rule: row.name,
  confidence: row.confidence,
  row,
});
