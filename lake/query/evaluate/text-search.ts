import { isRecord } from "../../core/dataset.ts";
import type { Phrase, TextQuery } from "../../text/text-query.ts";
import { textsIn } from "../../text/texts-in.ts";
import { spacedWords } from "../../text/words-of.ts";
import { mostTimes } from "../../text/word-times.ts";
import { saturated } from "./saturated.ts";

/** Whether any strings in a value, at any depth, together satisfy a query. */
export function matchesText(value: unknown, query: TextQuery): boolean {
  const text = satisfying(value, query);
  return text !== undefined;
}

/** How well a value satisfies a query, for `score()`: 0 when it does not, and more the more often the words are in it. */
export function textScore(value: unknown, query: TextQuery): number {
  const text = satisfying(value, query);
  if (text === undefined) return 0;
  const { required } = query;
  // A lone asterisk, or nothing but words that are not to be there.
  if (required.length === 0) return 1;
  return required.reduce((total, phrase) => total + saturated(timesIn(text, phrase)), 0);
}

/** The words of a value that satisfies a query. */
function satisfying(value: unknown, { everything, required, excluded }: TextQuery): string | undefined {
  if (everything) return "";
  if (required.length + excluded.length === 0) return undefined;
  const text = searchableText(value);
  const isIn = (phrase: Phrase): boolean => text.includes(needleOf(phrase));
  return required.every(isIn) && !excluded.some(isIn) ? text : undefined;
}

/** How often a phrase is found; one that may go on, in the same way. No further than it makes a difference. */
function timesIn(text: string, phrase: Phrase): number {
  const needle = needleOf(phrase);
  const times = new Map<string, number>();
  let most = 0;
  // Two words in a row share the space between them.
  const step = phrase.isBeginning ? needle.length : needle.length - 1;
  for (let at = text.indexOf(needle); at !== -1 && most < mostTimes; at = text.indexOf(needle, at + step)) {
    const from = at + needle.length;
    const rest = phrase.isBeginning ? text.slice(from, text.indexOf(" ", from)) : "";
    const found = (times.get(rest) ?? 0) + 1;
    times.set(rest, found);
    most = Math.max(most, found);
  }
  return most;
}

const needleOf = ({ parts, isBeginning }: Phrase): string =>
  isBeginning ? ` ${parts.join(" ")}` : ` ${parts.join(" ")} `;

/** Cached: a document is searched again with each letter typed, and never changed in place. */
const searchable = new WeakMap<object, string>();

/** The words of a value as ` word word `, one line for each string: a phrase does not reach over a line. */
function searchableText(value: unknown): string {
  if (typeof value === "string") return lineOf(value);
  const isDocument = isRecord(value) && value["_id"] !== undefined;
  const known = isDocument ? searchable.get(value) : undefined;
  if (known !== undefined) return known;
  const text = Array.isArray(value)
    ? value.map(searchableText).join("")
    : textsIn(value).map(lineOf).join("");
  if (isDocument) searchable.set(value, text);
  return text;
}

const lineOf = (text: string): string => ` ${spacedWords(text)} \n`;
