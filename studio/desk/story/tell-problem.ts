import { type Problem, qualityCodes } from "../../../schemas/index.ts";

/** What an editor is told of a problem. */
export interface ProblemWords {
  readonly says: string;
  readonly hint: string;
  /** The importer's own words, in English, where they say more than these. */
  readonly original?: string;
}

/** A problem in the language of the Studio, or else in the words of its import record, which are English. Pure. */
export function tellProblem(
  { code, message, hint }: Pick<Problem, "code" | "message" | "hint">,
  t: (key: string, options: { readonly defaultValue: string }) => string,
): ProblemWords {
  const says = t(`problem.says.${code}`, { defaultValue: message });
  return {
    says,
    hint: t(`problem.hint.${code}`, { defaultValue: hint }),
    // What is lacking has no value that a message could name.
    ...(says !== message && !qualityCodes.has(code) && { original: message }),
  };
}
