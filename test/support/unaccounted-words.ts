import type { LeftOutPiece } from "../../schemas/index.ts";
import type { ContentDocument } from "../../schemas/index.ts";

/**
 * The law of conservation: every word of an input is in its documents or among what is left out, as often as in the input;
 * and what is left out is from the input. Returns the words that break it, with how many are missing or too many.
 */
export function unaccountedWords(
  input: readonly string[],
  documents: readonly ContentDocument[],
  leftOut: readonly LeftOutPiece[],
): { readonly lost: string[]; readonly invented: string[] } {
  const said = countWords(input);
  const kept = countWords(textsOf(documents));
  const left = countWords(leftOut.map(({ text }) => text));
  const count = (words: ReadonlyMap<string, number>, word: string): number => words.get(word) ?? 0;
  const lost = [...said].filter(([word, times]) => count(kept, word) + count(left, word) < times);
  const invented = [...left].filter(([word, times]) => times > count(said, word));
  return { lost: lost.map(([word]) => word), invented: invented.map(([word]) => word) };
}

/** Every text of documents that a person reads. */
function textsOf(documents: readonly ContentDocument[]): string[] {
  const texts: string[] = [];
  const walk = (value: unknown, name: string): void => {
    if (typeof value === "string") {
      if (!notText.test(name)) texts.push(value);
    } else if (Array.isArray(value)) for (const each of value) walk(each, name);
    else if (typeof value === "object" && value !== null)
      if ("children" in value && Array.isArray(value.children)) {
        // Spans of one paragraph may part a word.
        texts.push(value.children.map((span: unknown) => textOfSpan(span)).join(""));
      } else for (const [key, each] of Object.entries(value)) walk(each, key);
  };
  for (const document of documents) walk(document, "");
  return texts;
}

const textOfSpan = (span: unknown): string =>
  typeof span === "object" && span !== null && "text" in span && typeof span.text === "string"
    ? span.text
    : "";

const notText =
  /^(?:_.*|slug|current|style|listItem|marks|language|direction|role|kind|pubStatus|embargoedUntil)$/;

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const plain = text
      .normalize("NFKC")
      // A mark on its own has a space before it there.
      .replace(/ (?=\p{M})/gu, "")
      .replace(/\p{Cf}/gu, "")
      .toLowerCase();
    for (const word of plain.match(words) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words without spaces between them, as in Chinese or Thai, are counted by their letters. */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;
