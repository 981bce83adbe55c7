import { isRecord, type AskedWords, type LakeDocument } from "../core/dataset.ts";
import { publishedIdOf } from "../core/document-id.ts";
import type { Phrase, TextQuery } from "./text-query.ts";
import { isBroken, isShortText, spansOf, WordTimes } from "./word-times.ts";
import {
  indexedForm,
  isUnspaced,
  patternsOf,
  runsOf,
  separators,
  unspacedRows,
  type Glob,
  type WordPattern,
} from "./words-of.ts";

/*
 * What an index of words has of a document, and what to ask it for. Whoever changes one of the two changes the other: a
 * document that matches must have all that is asked, and may have it without matching.
 *
 * A word is in the index without its punctuation, and by its parts. Words of scripts without spaces are there as pairs of
 * neighbours, and the last of a row by itself.
 */

/** The field for the id of a document, in all its forms. */
const idField = "_id";
/** The field for how often words come. */
const timesField = "§";

/**
 * The words of a document by its fields: of all that is in a field at any depth, of the joined text of blocks, of its ids
 * and its type, and a mark for each field that is a text. Those that come more than once in a document, or in a field that is
 * a short text, are there again with how often they do.
 *
 * They are a text that the index still has to part wherever ASCII has no letter or digit, and in which case is of no account.
 */
export function indexedWords(document: LakeDocument): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const times = new WordTimes();
  for (const name in document) {
    if (name.startsWith("_")) continue;
    const value = document[name];
    const words = new WordList(times);
    words.addIn(value);
    if (typeof value === "string") {
      const mark = markOf(name);
      words.addWord(mark);
      if (isShortText(value)) {
        words.addWord(timesMark(mark, 1));
        for (const [word, number] of times.repeatedInField()) words.addWord(timesMark(mark, number, word));
      }
    }
    fields.set(name, words.text());
  }
  times.beginField();
  times.addText(document._id);
  const mark = markOf("");
  const numbers = [...times.repeated()].map(([word, number]) => timesMark(mark, number, word));
  fields.set(timesField, numbers.join(" "));
  const [id, type] = [new WordList(new WordTimes()), new WordList(new WordTimes())];
  for (const each of new Set([document._id, publishedIdOf(document._id)])) id.addIn(each);
  type.addIn(document._type);
  return fields.set(idField, id.text()).set("_type", type.text());
}

/** Whether two states of a document are the same to the index. May say "no" when it does not know. */
export function isIndexedAlike(before: LakeDocument, after: LakeDocument): boolean {
  if (before._type !== after._type) return false;
  return [before, after].every((document) =>
    Object.keys(document).every((name) => name.startsWith("_") || isTextAlike(before[name], after[name])),
  );
}

function isTextAlike(left: unknown, right: unknown): boolean {
  if (left === right || !(mayHoldText(left) || mayHoldText(right))) return true;
  return JSON.stringify(left) === JSON.stringify(right);
}

const mayHoldText = (value: unknown): boolean =>
  typeof value === "string" || (typeof value === "object" && value !== null);

/** The words of one field. */
class WordList {
  /** Of the document, in pieces or joined. */
  readonly #times: WordTimes;
  /** Those that are not counted there as they are. */
  readonly #words = new Set<string>();

  constructor(times: WordTimes) {
    this.#times = times;
    times.beginField();
  }

  addWord(word: string): void {
    this.#words.add(word);
  }

  /** The words of every text in a value. */
  addIn(value: unknown): void {
    if (typeof value === "string") {
      this.#times.addText(value);
      this.#addText(value);
    } else if (Array.isArray(value)) for (const item of value) this.addIn(item);
    else if (isRecord(value)) {
      for (const name in value) if (!name.startsWith("_")) this.addIn(value[name]);
      this.#addJoined(value);
    }
  }

  text(): string {
    return [...this.#words, ...this.#times.asciiWordsInField()].join(" ");
  }

  /** Of a block: `pt::text` makes one word of what changes its looks within. */
  #addJoined(value: Readonly<Record<string, unknown>>): void {
    const texts = spansOf(value);
    if (!isBroken(texts)) return;
    this.#times.addJoined(texts);
    this.#addText(texts.join(""));
  }

  /** Those words of a text that are not counted, or otherwise. */
  #addText(text: string): void {
    if (ascii.test(text)) {
      if (!mayBePunctuated.test(text)) return;
      for (const word of text.match(punctuated) ?? []) this.#words.add(indexedForm(word));
      return;
    }
    const runs = runsOf(text);
    let hasUnspaced = false;
    for (const run of runs) {
      for (const each of run.indexed) this.#words.add(each);
      hasUnspaced ||= run.hasUnspaced;
    }
    if (!hasUnspaced) return;
    const parts = runs.flatMap((run) => run.parts);
    for (const [index, part] of parts.entries()) {
      if (isUnspaced(part)) this.#words.add(part + nextInRow(parts[index + 1]));
    }
  }
}

const ascii = /^[\x01-\x7f]*$/;
/** A word with something else than letters and digits within. */
const punctuated = new RegExp(`(?<![a-z0-9])[a-z0-9]+(?:[^${separators}a-z0-9]+[a-z0-9]+)+`, "gi");

/** Most texts have none, which is much faster to see than to look for the words. */
const mayBePunctuated = /[^\s!@#$%^&*(),\\/?";:{}|[\]+<>\-a-z0-9][a-z0-9]/i;

const nextInRow = (part: string | undefined): string => (part !== undefined && isUnspaced(part) ? part : "");

/** Of a field that is a text. */
const markOf = (field: string): string => `§${indexedForm(field.toLowerCase())}`;

/** Of a word that comes so often in the field that has a mark, or in a document; without a word, of a short text. */
const timesMark = (mark: string, times: number, word = ""): string => `${mark}§${times}§${word}`;

/** Where words are searched for. */
export interface SearchedText {
  /** Top-level fields, among them `_id` in all its forms, and `_type`; absent: anywhere. */
  readonly fields?: readonly string[];
  /** Whether it is the text of several blocks in a row, of which the index does not know the neighbours. */
  readonly isJoined: boolean;
}

/**
 * What a document must have if a text of it matches all the patterns, or any word of them; `undefined` when the index
 * cannot tell.
 */
export function askedByPatterns(
  patterns: readonly string[],
  { fields }: SearchedText,
  wanted: "all" | "any",
): AskedWords | undefined {
  const asked = patterns.flatMap(patternsOf).map((pattern) => askedByPattern(pattern, fields));
  return wanted === "all" ? allOf(asked) : anyOf(asked);
}

function askedByPattern({ whole, parts }: WordPattern, fields: Fields): AskedWords | undefined {
  // Whatever the whole finds, it also finds without punctuation, which is the last way to write it.
  const ways = whole.slice(-1).map((glob) => askedByGlob(glob, fields));
  if (parts.length > 0) ways.push(allOf(parts.map((glob) => askedByGlob(glob, fields))));
  return anyOf(ways);
}

function askedByGlob(glob: Glob, fields: Fields): AskedWords | undefined {
  if (glob.some(isUnspaced)) {
    return allOf(
      glob.flatMap((piece) =>
        (piece.match(unspacedRows) ?? []).map((row) => askedByRow(Array.from(row), fields)),
      ),
    );
  }
  const [first = "", ...others] = glob;
  return others.length === 0 ? wordAsked(first, false, fields) : wordAsked(first, true, fields);
}

/** What a document must have if a text in a field of it, at any depth, is exactly this one. */
export function askedByText(text: string, field: string): AskedWords | undefined {
  const words = ascii.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    : runsOf(text).flatMap(({ indexed }) => indexed.filter((word) => undivided.test(word)));
  return allOf(
    words.slice(0, mostOfText).map((word) => ({ kind: "word", word, isBeginning: false, fields: [field] })),
  );
}

/** A word that the index does not part any further. */
const undivided = /^(?:[a-z0-9]|[^\0-\x7f])+$/;
const mostOfText = 8;

/** What a document must have if a text of it has all that a query requires. */
export function askedByTextQuery({ required }: TextQuery, searched: SearchedText): AskedWords | undefined {
  const { fields, isJoined } = searched;
  return allOf(
    required.flatMap(({ parts, isBeginning }) =>
      parts.map((part, index) => {
        if (!isUnspaced(part)) return wordAsked(part, isBeginning && index === parts.length - 1, fields);
        const next = isJoined ? "" : nextInRow(parts[index + 1]);
        // The second of a pair was asked for with the first.
        const isSecond = !isJoined && next === "" && index > 0 && isUnspaced(parts[index - 1] ?? "");
        return isSecond ? undefined : askedByRow([part, ...(next === "" ? [] : [next])], fields);
      }),
    ),
  );
}

/** The word of a phrase whose number in a document says most about that of the phrase, which is never more. */
export function countedWord({ parts, isBeginning }: Phrase): CountedWord {
  const [at = 0] = [...parts.keys()].sort((a, b) => (parts[b] ?? "").length - (parts[a] ?? "").length);
  const part = parts[at] ?? "";
  const known = part.toWellFormed().split("\ufffd")[0] ?? "";
  const word = indexedForm(known);
  const isLast = at === parts.length - 1;
  return { word, isBeginning: word.length < part.length || (isBeginning && isLast) };
}

export type CountedWord = Pick<Extract<AskedWords, { kind: "word" }>, "word" | "isBeginning">;

/**
 * A document in which a word comes so often: twice to {@link mostTimes}, which is also more.
 *
 * @param field In this field alone, if it is a short text.
 */
export const askedByTimes = (
  { word, isBeginning }: CountedWord,
  times: number,
  field?: string,
): AskedWords => ({
  ...{
    kind: "word",
    word: timesMark(markOf(field ?? ""), times, word),
    isBeginning,
    fields: [field ?? timesField],
  },
});

/** A document that has a short text in a field, of which it is known how often each word comes in it. */
export const askedByShortText = (field: string): AskedWords => ({
  ...{ kind: "word", word: timesMark(markOf(field), 1), isBeginning: false, fields: [field] },
});

/** A document that has a text in a field, whatever it says. */
export const askedByField = (field: string): AskedWords => ({
  ...{ kind: "word", word: markOf(field), isBeginning: false, fields: [field] },
});

type Fields = SearchedText["fields"];

/** Characters of scripts without spaces that stand next to each other. */
function askedByRow(row: readonly string[], fields: Fields): AskedWords | undefined {
  const [only = "", ...more] = row;
  if (more.length === 0) return wordAsked(only, true, fields);
  return allOf(more.map((character, index) => wordAsked(`${row[index] ?? ""}${character}`, false, fields)));
}

function wordAsked(text: string, isBeginning: boolean, fields: Fields): AskedWords | undefined {
  // Half of a character at the end may be the half of any.
  const [known = ""] = isBeginning ? text.toWellFormed().split("\ufffd") : [text];
  const word = indexedForm(known);
  if (word === "") return undefined;
  const isCut = word.length < known.length;
  return { kind: "word", word, isBeginning: isBeginning || isCut, ...(fields && { fields }) };
}

function allOf(parts: readonly (AskedWords | undefined)[]): AskedWords | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : { kind: "all", of: known };
}

function anyOf(parts: readonly (AskedWords | undefined)[]): AskedWords | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 || known.length < parts.length ? undefined : { kind: "any", of: known };
}
