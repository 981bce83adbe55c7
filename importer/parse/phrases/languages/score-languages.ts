import { languagesOf } from "../language-lexicon.ts";
import { scriptOf, type Script } from "../scripts.ts";
import type { LanguageSigns } from "./language-signs.ts";

/** How much speaks for a language in a text. */
export interface LanguageScore {
  readonly language: string;
  /** Ten for a frequent word that no other language of the script has. */
  readonly score: number;
  /** Number of different frequent words in the text. */
  readonly kinds: number;
}

/** A frequent word counts as five letters, so that a foreign name cannot outvote its sentence. */
const [wordWeight, letterWeight, foreignWeight] = [10, 2, -2];

/** Apostrophes part words, those that are letters too (ʻ, ʼ). Pure. */
export const wordsIn = (sample: string): readonly string[] =>
  sample.match(/(?:(?![ʻʼ])[\p{L}\p{M}])+/gu) ?? [];

/** How often each letter or word occurs. Pure. */
export function countsOf(signs: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** The languages of a script by how much speaks for them in a text, the most first. Pure. */
export function scoreLanguages(
  script: Script,
  letters: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, number>,
): readonly LanguageScore[] {
  const index = indexOf(script);
  const totals = languagesOf[script].languages.map(({ language }) => ({ language, score: 0, kinds: 0 }));
  for (const [letter, count] of letters) {
    const weights = index.letters.get(letter);
    if (weights === undefined) continue;
    for (const [place, total] of totals.entries()) total.score += count * (weights[place] ?? 0);
  }
  for (const [word, count] of words) {
    for (const place of index.words.get(word) ?? []) {
      const total = totals[place];
      if (total === undefined) continue;
      total.score += count * weightOf(word, index);
      total.kinds += 1;
    }
  }
  return totals.toSorted((a, b) => b.score - a.score);
}

/** Number of letters of a script that a language does not use; 0 if the letters of its languages are not known. Pure. */
export function foreignLettersIn(
  script: Script,
  letters: ReadonlyMap<string, number>,
  language: string,
): number {
  const { base, languages } = languagesOf[script];
  if (base === undefined) return 0;
  const own = base + (languages.find((each) => each.language === language)?.letters ?? "");
  let foreign = 0;
  for (const [letter, count] of letters) if (!own.includes(letter) && isOf(script, letter)) foreign += count;
  return foreign;
}

const isOf = (script: Script, letter: string): boolean =>
  /(?![ʻʼ])\p{L}/u.test(letter) && scriptOf(letter) === script;

/** What the signs of a script say of its languages, by their places in the list. */
interface SignIndex {
  /** What each letter counts for each language. */
  readonly letters: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<string, readonly number[]>;
}

const indexes = new Map<Script, SignIndex>();

function indexOf(script: Script): SignIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const { languages, base } = languagesOf[script];
  const byLetter = placesBySign(languages, ({ letters = "" }) => Array.from(letters));
  const foreign = base === undefined ? 0 : foreignWeight;
  const letters = [...byLetter].map(([letter, places]) => {
    const own = shared(letterWeight, places.length);
    return [letter, languages.map((_, place) => (places.includes(place) ? own : foreign))] as const;
  });
  const words = placesBySign(languages, ({ words: own = "" }) => own.split(" "));
  const index = { letters: new Map(letters), words };
  indexes.set(script, index);
  return index;
}

/** A sign that many languages share says little of any of them. */
const shared = (weight: number, languages: number): number => weight / Math.sqrt(languages);

/** A word of one letter may be an initial or a number. */
const weightOf = (word: string, { words }: SignIndex): number =>
  shared(wordWeight, words.get(word)?.length ?? 1) * (word.length === 1 ? 0.5 : 1);

function placesBySign(
  languages: readonly LanguageSigns[],
  signsOf: (signs: LanguageSigns) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const pairs = languages.flatMap((signs, place) =>
    [...new Set(signsOf(signs))].filter((sign) => sign !== "").map((sign) => ({ sign, place })),
  );
  const bySign = Map.groupBy(pairs, ({ sign }) => sign);
  return new Map([...bySign].map(([sign, places]) => [sign, places.map(({ place }) => place)]));
}
