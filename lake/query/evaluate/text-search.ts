import { isRecord } from "../../core/dataset.ts";
import { foldText } from "./fold-text.ts";

/** What `text::query` asks for: a text holds all of `required` and none of `excluded`. */
export interface TextQuery {
  /** Whether any text matches, as with an empty search box. */
  readonly everything: boolean;
  readonly required: readonly string[];
  readonly excluded: readonly string[];
}

/**
 * Parses the search syntax of `text::query` (sanity.io/docs/groq-text-search): words are joined by "and", a `*` at the
 * end of a word matches by prefix, `-word` excludes, `"two words"` must be adjacent, and a lone `*` finds everything.
 */
export function parseTextQuery(query: string): TextQuery {
  const terms = [...query.matchAll(/(-?)"([^"]*)"?|(-?)(\S+)/g)].map(
    ([, minus, phrase, wordMinus, word]) => ({
      excluded: (minus || wordMinus) === "-",
      needle: needleFor(phrase ?? word ?? ""),
    }),
  );
  const needles = (excluded: boolean): readonly string[] =>
    terms.filter((term) => term.excluded === excluded).flatMap(({ needle }) => needle ?? []);
  return { everything: query.trim() === "*", required: needles(false), excluded: needles(true) };
}

/** Whether any strings in a value, at any depth, together satisfy a query. */
export function matchesText(value: unknown, { everything, required, excluded }: TextQuery): boolean {
  if (everything) return true;
  if (required.length + excluded.length === 0) return false;
  const text = searchableText(value);
  return (
    required.every((needle) => text.includes(needle)) && !excluded.some((needle) => text.includes(needle))
  );
}

/** Cached: a document is searched again with each letter typed, and never changed in place. */
const searchable = new WeakMap<object, string>();

/** The words of a value as ` word word `, one line for each string: a phrase does not reach over a line. */
function searchableText(value: unknown): string {
  if (typeof value === "string") return ` ${wordsOf(value)} \n`;
  if (Array.isArray(value)) return value.map(searchableText).join("");
  if (!isRecord(value)) return "";
  const known = searchable.get(value);
  if (known !== undefined) return known;
  // The machinery (`_type`, `_key`, `_ref`) is not text.
  const members = Object.entries(value).filter(([name]) => !name.startsWith("_"));
  const text = members.map(([, member]) => searchableText(member)).join("");
  if (value["_id"] !== undefined) searchable.set(value, text);
  return text;
}

function needleFor(term: string): string | undefined {
  const words = wordsOf(term);
  if (words === "") return undefined;
  return term.endsWith("*") ? ` ${words}` : ` ${words} `;
}

const notInWords = /[^\p{Letter}\p{Number}]+/gu;
/** Scripts that do not put spaces between words: each character counts as a word, and a word as a phrase. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

function wordsOf(text: string): string {
  return foldText(text).replace(unspaced, " $& ").replace(notInWords, " ").trim();
}
