import { isRecord } from "../../core/dataset.ts";
import type { Phrase, TextQuery } from "../../text/text-query.ts";
import { textsIn } from "../../text/texts-in.ts";
import { partsOf } from "../../text/words-of.ts";
import { saturated } from "./saturated.ts";

/** Whether any strings in a value, at any depth, together satisfy a query. */
export function matchesText(value: unknown, { everything, required, excluded }: TextQuery): boolean {
  if (everything) return true;
  if (required.length + excluded.length === 0) return false;
  const text = searchableText(value);
  const holds = (phrase: Phrase): boolean => text.includes(needleOf(phrase));
  return required.every(holds) && !excluded.some(holds);
}

/** How well a value satisfies a query, for `score()`: 0 when it does not, and more the more often the words are in it. */
export function textScore(value: unknown, query: TextQuery): number {
  if (!matchesText(value, query)) return 0;
  if (query.everything || query.required.length === 0) return 1;
  const text = searchableText(value);
  return query.required.reduce((total, phrase) => total + saturated(timesIn(text, needleOf(phrase))), 0);
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
    : [...textsIn(value)].map(lineOf).join("");
  if (isDocument) searchable.set(value, text);
  return text;
}

const lineOf = (text: string): string => ` ${partsOf(text).join(" ")} \n`;
