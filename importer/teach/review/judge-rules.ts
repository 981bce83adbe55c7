import type { TaughtRule } from "../../../schemas/index.ts";
import { hasShape } from "../shapes-to-teach.ts";
import type { SeenLine } from "./corrections-of-story.ts";

/** The lines of a story, when it was read, and when somebody last has done something with it. */
export interface JudgedStory {
  readonly lines: readonly SeenLine[];
  readonly importedAt: string;
  readonly lookedAt?: string | undefined;
}

/** One editor's slip, or two, retires no rule. */
const leastContradictions = 3;

/**
 * Counts in how many stories editors have kept what a rule made of their lines, and in how many they have said otherwise,
 * since it was taught. A rule that is contradicted more often than kept, in three stories at least, retires. Pure.
 */
export const judgeRules = (taught: readonly TaughtRule[], stories: readonly JudgedStory[]): TaughtRule[] =>
  taught.map((rule) => {
    if (rule.state === "retired") return rule;
    const verdicts = stories.map((story) => verdictOf(rule, story));
    const kept = verdicts.filter((verdict) => verdict === "kept").length;
    const contradicted = verdicts.filter((verdict) => verdict === "contradicted").length;
    const isWrong = contradicted >= leastContradictions && contradicted > kept;
    return { ...rule, kept, contradicted, state: isWrong ? "retired" : "active" };
  });

function verdictOf(
  rule: TaughtRule,
  { lines, importedAt, lookedAt = "" }: JudgedStory,
): "kept" | "contradicted" | undefined {
  const own = lines.filter(({ text }) => hasShape(text, rule.shape));
  const isContrary = ({ corrected, toldAt }: SeenLine): boolean =>
    corrected !== undefined && corrected !== rule.role && (toldAt ?? importedAt) >= rule.at;
  if (own.some(isContrary)) return "contradicted";
  // What was read, or looked at, before the rule was taught says nothing about it.
  return own.length > 0 && lookedAt >= rule.at && importedAt >= rule.at ? "kept" : undefined;
}
