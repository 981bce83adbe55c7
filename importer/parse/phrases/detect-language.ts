import { languagesOf } from "./language-lexicon.ts";
import type { LanguageSigns } from "./languages/language-signs.ts";
import { scriptOf, type Script } from "./scripts.ts";

/** The tag of a text whose language could not be detected (BCP 47, ISO 639-2 "undetermined"). */
export const undetermined = "und";

const sampleLength = 800;

/**
 * Detects the language of a text as a BCP 47 tag: by script, then by letters and frequent words.
 *
 * Pure. Prefers `und` to a guess: a script that several languages share is no evidence for one of them, and a language
 * that is not known must not become its neighbour.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength).normalize("NFC");
  const script = scriptOf(sample);
  if (script === undefined) return undetermined;
  const { languages, usual = undetermined } = languagesOf[script];
  if (languages.length === 1) return usual;
  const words = wordsIn(sample);
  const scores = scoresOf(sample.toLowerCase(), words, script);
  const best = Math.max(...scores);
  const isEnough = best >= leastScore(script, words.length);
  return isEnough ? (languages[scores.indexOf(best)]?.language ?? undetermined) : usual;
}

/** A frequent word counts as ten letters, so that a foreign name cannot outvote its sentence. */
const [wordWeight, letterWeight, foreignWeight] = [10, 2, -2];

/**
 * What a language needs to be told: in Latin script two words of its own, since a single one or a few letters may belong to
 * a name, and in a longer text one word in twenty, since short words of one language occur in many.
 */
const leastScore = (script: Script, words: number): number =>
  Math.max(script === "Latin" ? 1.5 * wordWeight : 1, 0.05 * wordWeight * words);

/** Apostrophes part words, those that are letters too (ʻ, ʼ). */
const wordsIn = (sample: string): readonly string[] =>
  sample.toLowerCase().match(/(?:(?![ʻʼ])[\p{L}\p{M}])+/gu) ?? [];

/** What each sign of a script counts for each of its languages, by their places in the list. */
interface SignIndex {
  readonly letters: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<string, readonly (readonly [place: number, weight: number])[]>;
}

const indexes = new Map<Script, SignIndex>();

function indexOf(script: Script): SignIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const { languages, base } = languagesOf[script];
  const byLetter = placesBySign(languages, ({ letters = "" }) => Array.from(letters));
  const byWord = placesBySign(languages, ({ words = "" }) => words.split(" "));
  const foreign = base === undefined ? 0 : foreignWeight;
  const letters = [...byLetter].map(([letter, places]) => {
    const own = shared(letterWeight, places.size);
    return [letter, languages.map((_, place) => (places.has(place) ? own : foreign))] as const;
  });
  const words = [...byWord].map(([word, places]) => {
    const weight = shared(wordWeight, places.size);
    return [word, [...places].map((place) => [place, weight] as const)] as const;
  });
  const index = { letters: new Map(letters), words: new Map(words) };
  indexes.set(script, index);
  return index;
}

/** A sign that many languages share says little of any of them. */
const shared = (weight: number, languages: number): number => weight / Math.sqrt(languages);

function placesBySign(
  languages: readonly LanguageSigns[],
  signsOf: (signs: LanguageSigns) => readonly string[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const [place, signs] of languages.entries()) {
    for (const sign of signsOf(signs)) {
      if (sign !== "") places.set(sign, (places.get(sign) ?? new Set()).add(place));
    }
  }
  return places;
}

function scoresOf(lower: string, words: readonly string[], script: Script): number[] {
  const index = indexOf(script);
  const scores = languagesOf[script].languages.map(() => 0);
  const add = (place: number, weight: number): void => {
    scores[place] = (scores[place] ?? 0) + weight;
  };
  for (const letter of lower) index.letters.get(letter)?.forEach((weight, place) => add(place, weight));
  for (const word of words) for (const [place, weight] of index.words.get(word) ?? []) add(place, weight);
  return scores;
}
