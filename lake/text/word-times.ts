import { isRecord } from "../core/dataset.ts";
import { indexedForm, longestIndexed, runsOf } from "./words-of.ts";

/** A word that comes more often in a text counts for no more in a score, and an index knows no more of it. */
export const mostTimes = 8;

/** A text that is searched as a field; the words of a longer one would take much room for nothing. */
export const isShortText = (text: string): boolean => text.length <= 300;

/** A word of a document. */
interface Count {
  readonly word: string;
  times: number;
  /** The last field that it comes in, and how often. */
  field: number;
  timesInField: number;
}

/**
 * How often words come in a document, and in one field of it after the other, as `text::query` finds them. Each is looked up
 * once for both: there are hundreds in a document, and an import counts them all.
 */
export class WordTimes {
  readonly #counts = new Map<string, Count>();
  #field = 0;
  #ofField: Count[] = [];

  /** What is added from now on is in a field of its own. */
  beginField(): void {
    this.#field += 1;
    this.#ofField = [];
  }

  addText(text: string): void {
    for (const word of wordsIn(text)) this.#add(word, 1);
  }

  /**
   * The pieces of a block, which were added before, once more as `pt::text` joins them: what is found more often then counts
   * as often. So a word may come less often than is said, and never more.
   */
  addJoined(texts: readonly string[]): void {
    const apart = numbersOf(texts.flatMap(wordsIn));
    for (const [word, times] of numbersOf(wordsIn(texts.join("")))) {
      const more = times - (apart.get(word) ?? 0);
      if (more > 0) this.#add(word, more);
    }
  }

  /** The words that come more than once, as an index has them, and how often: {@link mostTimes} at most. */
  *repeated(): Generator<readonly [word: string, times: number]> {
    for (const { word, times } of this.#counts.values()) {
      if (times > 1) yield [formOf(word), Math.min(times, mostTimes)];
    }
  }

  /** The same for the field. */
  *repeatedInField(): Generator<readonly [word: string, times: number]> {
    for (const { word, timesInField } of this.#ofField) {
      if (timesInField > 1) yield [formOf(word), Math.min(timesInField, mostTimes)];
    }
  }

  /** All words of letters and digits of ASCII in the field, as an index has them. */
  *asciiWordsInField(): Generator<string> {
    for (const { word } of this.#ofField) {
      if (word.charCodeAt(0) < 0x80) yield formOf(word);
    }
  }

  #add(word: string, times: number): void {
    let count = this.#counts.get(word);
    if (!count) {
      count = { word, times: 0, field: 0, timesInField: 0 };
      this.#counts.set(word, count);
    }
    if (count.field !== this.#field) {
      count.field = this.#field;
      count.timesInField = 0;
      this.#ofField.push(count);
    }
    count.times += times;
    count.timesInField += times;
  }
}

function wordsIn(text: string): readonly string[] {
  // Most texts are of ASCII, and are parted much faster.
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  return runsOf(text).flatMap(({ parts }) => parts);
}

function numbersOf(words: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const word of words) numbers.set(word, (numbers.get(word) ?? 0) + 1);
  return numbers;
}

const ascii = /^[\0-\x7f]*$/;
const asciiWord = /[a-z0-9]+/g;
/** A word of letters and digits alone, as an index has it: most as they are. */
const formOf = (word: string): string => (word.length > longestIndexed ? indexedForm(word) : word);

/** The texts of a block, which `pt::text` joins without a space. */
export function spansOf({ children }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(children)) return [];
  return children.flatMap((child: unknown) =>
    isRecord(child) && child["_type"] === "span" && typeof child["text"] === "string" ? [child["text"]] : [],
  );
}

/** Whether a word of the joined texts may be in none of them. */
export const isBroken = (texts: readonly string[]): boolean =>
  texts.includes("") ||
  texts.some((text, index) => index > 0 && /^\S/.test(text) && /\S$/.test(texts[index - 1] ?? ""));
