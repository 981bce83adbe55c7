/**
 * Words that occur once in a case: the source's start with "zq", the editors' with "xv". What became of a word tells
 * what became of the change that brought it, whatever way the importer merged it.
 */
export class Words {
  #count = 0;

  fromSource(): string {
    return `zq${this.#next()}`;
  }

  fromEditor(): string {
    return `xv${this.#next()}`;
  }

  #next(): string {
    let rest = this.#count++;
    let letters = "";
    do {
      letters = String.fromCharCode(97 + (rest % 26)) + letters;
      rest = Math.floor(rest / 26) - 1;
    } while (rest >= 0);
    return letters;
  }
}

/** What stands for a to z in a story in Arabic. */
const arabicLetters = [..."ابتثجحخدذرزسشصضطظعغفقكلمني"];

/** A source's word as it stands in a story in Arabic. */
export const inArabic = (word: string): string =>
  [...word].map((letter) => arabicLetters[letter.charCodeAt(0) - 97] ?? letter).join("");

const arabicMark = inArabic("zq");
const arabicWord = new RegExp(`(?<!\\p{L})${arabicMark}[${arabicLetters.join("")}]+`, "gu");

const fromArabic = (word: string): string =>
  [...word].map((letter) => String.fromCharCode(97 + arabicLetters.indexOf(letter))).join("");

/**
 * The marked words of a value, each as often as it occurs; in lower case and Latin letters, whatever they stand in.
 * What Sanity keeps itself does not count.
 */
export const markedWords = (value: unknown): string[] =>
  JSON.stringify(value ?? null, (name, member: unknown) => (name.startsWith("_") ? undefined : member))
    .toLowerCase()
    .replaceAll(arabicWord, fromArabic)
    .match(/\b(?:zq|xv)[a-z]+/g) ?? [];

export const isEditors = (word: string): boolean => word.startsWith("xv");

/** Whether a word of a text begins with a mark; it may have a comma after it. */
export const isMarked = (word: string): boolean => /^(?:zq|xv)/i.test(word) || word.startsWith(arabicMark);

/** The members of a set that are not in another. */
export const without = <T>(all: ReadonlySet<T>, others: ReadonlySet<T>): Set<T> =>
  new Set([...all].filter((one) => !others.has(one)));

/** The word of a `field:word`. */
export const wordOf = (fact: string): string => fact.slice(fact.indexOf(":") + 1);
