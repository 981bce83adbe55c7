import type { Role } from "../lines.ts";

/**
 * One way to tell what a line is: a row of a table.
 *
 * The rows of a table are tried in their order, and the first that applies gives the roles. A name may stand in several
 * rows, which then differ in what they look at and in how sure they are.
 */
export interface Rule<Place, Answer = boolean> {
  /** Permanent kebab-case name, which is kept with what was read. */
  readonly name: string;
  /** The role of the line looked at, and of those right after it; of a run of lines, that of each. */
  readonly roles: readonly [Role, ...Role[]];
  /** For people, in a few words that say what the lines are like. */
  readonly looksAt: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Lines that it gives the roles to, with those that it needs around them. */
  readonly example: RuleExample;
  /** Whether it applies; for a rule of runs, to how many lines from the one looked at. Pure. */
  readonly applies: (place: Place) => Answer;
}

/** Lines of a story about a bridge, whose other lines nobody needs to see. */
export interface RuleExample {
  /** Above the headline, between headline and text, among the paragraphs, or below them; or all that there is. */
  readonly part: "top" | "head" | "text" | "end" | "whole";
  readonly lines: readonly string[];
}
