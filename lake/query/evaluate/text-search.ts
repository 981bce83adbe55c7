import { isRecord } from "../../core/dataset.ts";
import type { Phrase, TextQuery } from "../../text/text-query.ts";
import { textsIn } from "../../text/texts-in.ts";
import { spacedWords } from "../../text/words-of.ts";
import { saturated } from "./saturated.ts";

/** Whether any strings in a value, at any depth, together satisfy a query. */
export function matchesText(value: unknown, query: TextQuery): boolean {
  return textScore(value, query) > 0;
}

/** How well a value satisfies a query, for `score()`: 0 when it does not, and more the more often the words are in it. */
export function textScore(value: unknown, { everything, required, excluded }: TextQuery): number {
  if (everything) return 1;
  if (required.length + excluded.length === 0) return 0;
  const text = searchableText(value);
  if (excluded.some((phrase) => text.includes(needleOf(phrase)))) return 0;
  const times = required.map((phrase) => timesIn(text, needleOf(phrase)));
  if (times.includes(0)) return 0;
  return required.length === 0 ? 1 : times.reduce((total, each) => total + saturated(each), 0);
}

function timesIn(text: string, needle: string): number {
  let times = 0;
  // Two words in a row share the space between them.
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length - 1))
    times += 1;
  return times;
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
