import type { OutletLine } from "../../outlet-reading.ts";
import type { Role } from "../lines.ts";

/**
 * One way to decide what a line is: a row of a table.
 *
 * The rows are tried in order, and the first that applies assigns the roles. Several rows may share a name; they then
 * differ in their conditions and confidence.
 */
export interface Rule<Place, Answer = boolean> {
  /** Permanent kebab-case name, stored with the result. */
  readonly name: string;
  /** The roles of the line and of those right after it; for a run of lines, the role of each. */
  readonly roles: readonly [Role, ...Role[]];
  /** A few words for people that describe the lines. */
  readonly looksAt: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Lines that get these roles, with any surrounding lines they need. */
  readonly example: RuleExample;
  /** Whether it applies; for a rule of runs, to how many lines from this one on. Pure. */
  readonly applies: (place: Place) => Answer;
}

/** Lines of a story about a bridge; the rest of the story is not shown. */
export interface RuleExample {
  /** Above the headline, between headline and text, among the paragraphs, or below them; or the whole story. */
  readonly part: "top" | "head" | "text" | "end" | "whole";
  readonly lines: readonly string[];
  /** What is known of the outlet. */
  readonly outlet?: readonly (Pick<OutletLine, "role" | "habit"> & { readonly shape: string })[];
}
