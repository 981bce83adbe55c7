import { isRecord } from "../core/dataset.ts";
import { indexedForm, longestIndexed, runsOf } from "./words-of.ts";

/** A word that comes more often in a text counts for no more in a score, and an index knows no more of it. */
export const mostTimes = 8;

/** A text that is searched as a field; the words of a longer one would take much room for nothing. */
export const isShortText = (text: string): boolean => text.length <= 300;

/** How often words come in texts, as `text::query` finds them. */
export class WordTimes {
  readonly #times = new Map<string, number>();

  addText(text: string): void {
    if (ascii.test(text)) {
      // Most texts are, and are parted much faster.
      for (const word of text.toLowerCase().match(asciiWord) ?? []) this.#add(word, 1);
      return;
    }
    for (const { parts } of runsOf(text)) for (const part of parts) this.#add(part, 1);
  }

  /**
   * The pieces of a block, which were added before, once more as `pt::text` joins them: what is found more often then counts
   * as often. So a word may come less often than is said, and never more.
   */
  addJoined(texts: readonly string[]): void {
    const [joined, apart] = [new WordTimes(), new WordTimes()];
    joined.addText(texts.join(""));
    for (const text of texts) apart.addText(text);
    for (const [word, times] of joined.#times) {
      const more = times - (apart.#times.get(word) ?? 0);
      if (more > 0) this.#add(word, more);
    }
  }

  addAll(others: WordTimes): void {
    for (const [word, times] of others.#times) this.#add(word, times);
  }

  /** The words that come more than once, as an index has them, and how often: {@link mostTimes} at most. */
  *repeated(): Generator<readonly [word: string, times: number]> {
    for (const [word, times] of this.#times) {
      if (times > 1) yield [formOf(word), Math.min(times, mostTimes)];
    }
  }

  /** All words of letters and digits of ASCII, as an index has them. */
  *asciiWords(): Generator<string> {
    for (const word of this.#times.keys()) {
      if (word.charCodeAt(0) < 0x80) yield formOf(word);
    }
  }

  #add(word: string, times: number): void {
    this.#times.set(word, (this.#times.get(word) ?? 0) + times);
  }
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
