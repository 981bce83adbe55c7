import { sentencesOf, tellingWords } from "./story-sentences.ts";

/** What a run keeps of a story's text to know it again: hashes of its first words, in a few hundred bytes. */
export interface StoryGlimpse {
  readonly title: Int32Array;
  readonly words: Int32Array;
  readonly sentences: Int32Array;
}

const mostSentences = 16;
const mostWords = 32;
const mostCharacters = 2_000;

/** Looks at the beginning of a text. Pure. */
export function glimpseOf(text: string): StoryGlimpse {
  const { title, sentences } = sentencesOf(text.slice(0, mostCharacters), mostSentences);
  const beginning = [...sentences.keys()].join(" ").slice(0, mostCharacters / 2);
  return {
    title: hashes([...title].slice(0, mostWords)),
    words: hashes([...title, ...tellingWords(beginning)].slice(0, mostWords)),
    sentences: hashes([...sentences.keys()]),
  };
}

const hashes = (texts: readonly string[]): Int32Array => Int32Array.from(new Set(texts.map(hashOf)));

/** FNV-1a; not for secrets. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
