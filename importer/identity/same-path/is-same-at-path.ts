import { pairTexts, type PathEvidence } from "./path-pair.ts";
import { pathRules } from "./path-rules.ts";

/**
 * Whether a text is proved to be a later version of another that stood under the same path. Pure.
 *
 * A path may hold another story every day, so without proof it is another story: a second article and a question are
 * better than an overwritten one. The first rule with an answer decides.
 */
export function isSameAtPath(before: string, now: string, evidence: PathEvidence): boolean {
  const pair = pairTexts(before, now, evidence);
  for (const rule of pathRules) {
    const isSame = rule.decide(pair);
    if (isSame !== undefined) return isSame;
  }
  return false;
}
