import { sentenceBreak } from "../sentence-break.ts";
import { wordsToMatch } from "./near-duplicates/words-to-match.ts";

/** A text as two stories are compared by it: its first line, and its sentences by what they say. */
export interface StorySentences {
  /** Words of the first line that tell something. */
  readonly title: ReadonlySet<string>;
  /** The sentences below it that are long enough to tell a story by, with their number of words. */
  readonly sentences: ReadonlyMap<string, number>;
}

/** Shorter ones are labels, bylines and the like, which stand in many stories. */
const leastWords = 4;

/** Sentence ends of all scripts; a line break ends one too. Only for comparing: "U.S." may be cut in two, on both sides. */
const sentenceEnd = new RegExp(String.raw`${sentenceBreak}|\n+`, "u");

/** Parts a text for comparing. Pure. @param most Sentences to look at. */
export function sentencesOf(text: string, most = Infinity): StorySentences {
  const sentences = new Map<string, number>();
  let title: ReadonlySet<string> | undefined;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (title === undefined) {
      title = new Set(tellingWords(line));
      continue;
    }
    for (const part of line.split(sentenceEnd)) {
      if (sentences.size >= most) return { title, sentences };
      const words = wordsToMatch(part);
      if (words.length >= leastWords) sentences.set(words.join(" "), words.length);
    }
  }
  return { title: title ?? new Set(), sentences };
}

/** All by which a text can be like others: its sentences and its first line, which may be a template's too. Pure. */
export function phrasesOf(text: string): Set<string> {
  const { title, sentences } = sentencesOf(text);
  return new Set([...sentences.keys(), titlePhrase(title)]);
}

/** The first line of a text among the phrases of {@link phrasesOf}. Pure. */
export const titlePhrase = (title: ReadonlySet<string>): string => `# ${[...title].join(" ")}`;

/** Words that are not in every text of their language: the longer ones, numbers, and pairs of characters. Pure. */
export function tellingWords(text: string): string[] {
  const words = wordsToMatch(text);
  return words.flatMap((word, at) => {
    if (/^\p{N}+$/u.test(word)) return word;
    if (unspaced.test(word)) return word + (words[at + 1] ?? "");
    return word.length >= (/^[\p{Script=Latin}]/u.test(word) ? 4 : 3) ? word : [];
  });
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** The share of the smaller of two sets that the other one has too; 0 if one is empty. Pure. */
export function shareOf(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}
