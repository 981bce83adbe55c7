import type { RunsString } from "../i18n/runs-strings.ts";

type ReasonWord = Extract<RunsString, `runs.why.${string}`>;

/** Why an undo keeps something, for each reason that the importer has. */
const words: readonly ReasonWord[] = [
  "runs.why.changed-since",
  "runs.why.deleted-since",
  "runs.why.recreated-since",
  "runs.why.published-since",
  "runs.why.unpublished-since",
  "runs.why.in-use",
  "runs.why.an-editor-is-working-on-a-draft-of-it",
];

/** The string for a reason of the importer; `undefined` for what the lake says. Pure. */
export const wordsOfReason = (why: string): ReasonWord | undefined =>
  words.find((word) => word === `runs.why.${why.replaceAll(" ", "-")}`);
