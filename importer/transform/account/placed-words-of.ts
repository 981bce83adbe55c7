/** A word of a text, and where it stands there. */
export interface PlacedWord {
  /** For comparing: compatibility forms, case and invisible characters do not matter. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words count by the character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}\p{Cf}]*|[\p{L}\p{N}](?:[\p{M}\p{Cf}]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}])*/gu;

const simple = /^[\x20-\x7e]*$/;

/**
 * The words of a text, in order; of a text without letters and digits, such as "***" or an emoji, the text itself. Pure;
 * white space alone has none.
 */
export function placedWordsOf(text: string): PlacedWord[] {
  const words = Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    key: simple.test(found)
      ? found.toLowerCase()
      : found
          .normalize("NFKC")
          .replace(/\p{Cf}/gu, "")
          .toLowerCase(),
    start: index,
    end: index + found.length,
  }));
  const bare = text.trim();
  if (words.length > 0 || bare === "") return words;
  const start = text.indexOf(bare);
  return [{ key: bare.normalize("NFKC"), start, end: start + bare.length }];
}
