import { languagesOf, type LanguageSigns } from "./language-lexicon.ts";
import { scriptOf } from "./scripts.ts";

/** The tag of a text whose language nobody can tell (BCP 47, ISO 639-2 "undetermined"). */
export const undetermined = "und";

const sampleLength = 800;

/**
 * Tells the language of a text as a BCP 47 tag: by its script, then by letters and frequent words.
 *
 * Pure. Prefers `und` to a guess: Latin script alone speaks for no language.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const script = scriptOf(sample);
  if (script === undefined) return undetermined;
  const candidates = languagesOf[script];
  const [first, ...others] = candidates;
  if (first !== undefined && others.length === 0) return first.language;
  const sampled = { letters: countLetters(sample), words: countWords(sample) };
  let best = { language: undetermined, score: 0 };
  for (const candidate of candidates) {
    const score = scoreOf(candidate, sampled);
    if (score > best.score) best = { language: candidate.language, score };
  }
  if (best.score > 0 && (script !== "Latin" || best.score >= leastLatinScore)) return best.language;
  return script === "Latin" ? undetermined : (candidates[0]?.language ?? undetermined);
}

/** Two frequent words: one alone, or a few letters, may be a name. */
const leastLatinScore = 2;

interface Sampled {
  readonly letters: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

/** A frequent word counts ten letters, so that a foreign name cannot outvote the sentence it stands in. */
function scoreOf(signs: LanguageSigns, { letters, words }: Sampled): number {
  const ownLetters = sumOf(signs.letters ?? "", letters);
  const ownWords = (signs.words ?? "").split(" ").reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
  return ownLetters / 10 + ownWords;
}

const sumOf = (signs: string, counts: ReadonlyMap<string, number>): number =>
  Array.from(signs).reduce((sum, sign) => sum + (counts.get(sign) ?? 0), 0);

const countLetters = (text: string): ReadonlyMap<string, number> => countEach(text.toLowerCase());

const countWords = (text: string): ReadonlyMap<string, number> =>
  countEach(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);

function countEach(items: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
