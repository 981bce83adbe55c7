import type { QueueString } from "../i18n/queue-strings.ts";

type ProblemWord = Extract<QueueString, `queue.problem.${string}`>;

/** What is wrong in three words, for each code that a review lists as open. */
const words = [
  "queue.problem.suggestion",
  "queue.problem.story-canceled",
  "queue.problem.withdraws-another",
  "queue.problem.unknown-status",
  "queue.problem.embargo-without-end",
  "queue.problem.low-confidence",
  "queue.problem.damaged-characters",
  "queue.problem.bad-front-matter",
  "queue.problem.unsupported-item",
  "queue.problem.no-body",
  "queue.problem.language-unknown",
  "queue.problem.source-unknown",
  "queue.problem.date-unreadable",
  "queue.problem.publication-date-unknown",
  "queue.problem.near-duplicate",
  "queue.problem.identity-contested",
  "queue.problem.path-reused",
  "queue.problem.address-reused",
  "queue.problem.missing-asset",
  "queue.problem.missing-alt-text",
  "queue.problem.missing-credit",
  "queue.problem.image-not-read",
  "queue.problem.image-not-fetched",
  "queue.problem.image-not-uploaded",
] as const satisfies readonly ProblemWord[];

/** The string that says in three words what a problem is. Pure. */
export const wordsOfProblem = (code: string): ProblemWord =>
  words.find((word) => word === `queue.problem.${code}`) ?? "queue.problem.other";
