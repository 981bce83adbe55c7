import type { Claim } from "../lines.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { RoleBoard } from "../role-board.ts";
import type { Rule } from "./rule.ts";

/**
 * Tries rules in their order on a line, and gives it the role of the first that applies.
 *
 * @returns the rule, unless none applies or the line has a role already.
 */
export function claimByRules<Place extends { readonly line: ObservedLine }>(
  board: RoleBoard,
  rules: readonly Rule<Place>[],
  place: Place,
): Rule<Place> | undefined {
  const rule = rules.find((each) => each.applies(place));
  return rule !== undefined && board.claim(place.line, claimOfRule(rule)) ? rule : undefined;
}

/** What a rule claims of the line that it looks at. Pure. */
export const claimOfRule = ({ roles, name, confidence }: Rule<never, unknown>): Claim => ({
  role: roles[0],
  rule: name,
  confidence,
});
