import { foldWord } from "./fold-word.ts";

/** A word of a text, folded, and where it stands, in UTF-16 units. */
export interface WordInText {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words: each of their characters counts as a word. */
const unspaced = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const words = new RegExp(
  String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{Letter}\p{Number}\p{Mark}\p{Cf}ـ])+`,
  "gu",
);

/** The words of a text in their order. */
export function* wordsInText(text: string): Generator<WordInText> {
  for (const { 0: word, index } of text.matchAll(words)) {
    const folded = foldWord(word);
    if (folded !== "") yield { folded, start: index, end: index + word.length };
  }
}
