import type { OutletProfile, TaughtRule } from "../../schemas/index.ts";

/** Adds a rule to what was taught, in the place of what was taught of its shape before. Pure. */
export const withRule =
  (rule: TaughtRule) =>
  (taught: OutletProfile["taught"]): TaughtRule[] => [
    ...(taught ?? []).filter(({ shape }) => shape !== rule.shape),
    rule,
  ];
