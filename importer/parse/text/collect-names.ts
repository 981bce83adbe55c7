import { matchKey } from "../lexicons/match-key.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { bylineOfLine } from "./byline-of-line.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

type Names = Pick<ParsedStory, "byline" | "creators">;

/**
 * Returns the authors: from the bylines, else from the reporter named in brackets in a Chinese or Japanese text.
 * Pure.
 */
export function collectNames(lines: readonly RoledLine[], evidence: Evidence): Names {
  const bylines = lines
    .filter(({ role }) => role === "byline")
    .map((line) => ({ line, byline: bylineOfLine(line) }));
  if (bylines.length === 0) return fromText(lines, evidence);
  const own = bylines.map(({ line }) => line);
  evidence.add("byline", own);
  const creators = distinct(bylines.flatMap(({ byline }) => byline?.names ?? []));
  if (creators.length > 0) evidence.add("creators", own);
  // A line with a job only says more of the author above it.
  const printed = bylines.flatMap(({ line, byline }) =>
    byline === undefined && creators.length > 0 ? [] : [byline?.printed ?? line.said ?? line.text],
  );
  return { byline: withoutRepetitions(printed).join(", "), creators: creators.map((name) => ({ name })) };
}

/** A name above the text may stand below it too, and one of the two with more beside it. */
function withoutRepetitions(printed: readonly string[]): readonly string[] {
  const keys = printed.map((text) => ` ${matchKey(text)} `);
  return printed.filter((_, place) => {
    const key = keys[place] ?? "";
    return !keys.some((other, at) => at !== place && other.includes(key) && (other !== key || at < place));
  });
}

const reporter =
  /[(（]\s*(?:本报|新华社|中新社)?(?:记者|記者|通讯员)\s*(?<names>\p{Script=Han}{2,4}(?:[\s、　]+\p{Script=Han}{2,4})*)\s*[)）]/u;
const signed =
  /[【（(](?<names>\p{Script=Han}{2,3}\p{Script=Han}{1,3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3,7})[】）)]$/u;

function fromText(lines: readonly RoledLine[], evidence: Evidence): Names {
  const paragraphs = lines.filter(({ role }) => role === "paragraph");
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  const opening = first && reporter.exec(first.text.slice(0, 80))?.groups?.["names"];
  if (first !== undefined && opening !== undefined)
    return found(opening, first, "reporter-in-dateline", evidence);
  const closing = last && signed.exec(last.text.slice(-12))?.groups?.["names"];
  const isSigned = closing !== undefined && /[。」』]\s?[【（(]/u.test(last?.text.slice(-14) ?? "");
  if (last !== undefined && isSigned && last.text.endsWith("】"))
    return found(closing, last, "name-at-end", evidence);
  return { creators: [] };
}

function found(printed: string, line: RoledLine, rule: string, evidence: Evidence): Names {
  evidence.add("byline", [line], { rule, confidence: 0.75 });
  return { byline: printed, creators: printed.split(/[\s、　]+/u).map((name) => ({ name })) };
}

const distinct = (names: readonly string[]): string[] => {
  const keys = names.map((name) => matchKey(name));
  return names.filter((_, place) => keys.indexOf(keys[place] ?? "") === place);
};
