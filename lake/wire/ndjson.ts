import { askedAgain, sizedAnswer } from "./sized-answer.ts";

/** Answers with one JSON value per line. */
export function ndjson(values: Iterable<unknown>): Response {
  const lines = Array.from(values, (value) => `${JSON.stringify(value)}\n`);
  return sizedAnswer("application/x-ndjson", lines.join(""), askedAgain);
}
