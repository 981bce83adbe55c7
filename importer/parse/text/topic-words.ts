import { matchKey } from "../lexicons/match-key.ts";

/** Shorter words are in every text. */
const shortestWord = 4;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;

/**
 * The words of a text that may be about something, for comparison: the longer ones, and in scripts without spaces between
 * words every two characters side by side. Pure.
 */
export function topicWords(text: string): ReadonlySet<string> {
  const key = matchKey(text);
  const words = key.split(" ").filter((word) => word.length >= shortestWord);
  const pairs = (key.match(spaceless) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return new Set([...words, ...pairs]);
}
