import { languagesOf, type LanguageSigns } from "./language-lexicon.ts";
import { scriptOf, type Script } from "./scripts.ts";

/** The tag of a text whose language could not be detected (BCP 47, ISO 639-2 "undetermined"). */
export const undetermined = "und";

const sampleLength = 800;

/**
 * Detects the language of a text as a BCP 47 tag: by script, then by letters and frequent words.
 *
 * Pure. Prefers `und` to a guess: Latin script alone is no evidence for a language.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const script = scriptOf(sample);
  if (script === undefined) return undetermined;
  const [first, ...others] = languagesOf[script];
  if (first === undefined) return undetermined;
  if (others.length === 0) return first.language;
  const scores = scoresOf(sample, script);
  const best = Math.max(...scores);
  if (best > 0 && (script !== "Latin" || best >= leastLatinScore)) {
    return languagesOf[script][scores.indexOf(best)]?.language ?? undetermined;
  }
  return script === "Latin" ? undetermined : first.language;
}

/** Two frequent words: a single one, or a few letters, may belong to a name. */
const leastLatinScore = 2;

/** Indexes, among the languages of a script, of those that a letter or word supports. */
interface SignIndex {
  readonly letters: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<string, readonly number[]>;
}

const indexes = new Map<Script, SignIndex>();

function indexOf(script: Script): SignIndex {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const index = {
    letters: placesBySign(script, ({ letters = "" }) => Array.from(letters)),
    words: placesBySign(script, ({ words = "" }) => words.split(" ")),
  };
  indexes.set(script, index);
  return index;
}

function placesBySign(
  script: Script,
  signsOf: (signs: LanguageSigns) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const pairs = languagesOf[script].flatMap((signs, place) =>
    signsOf(signs).map((sign) => ({ sign, place })),
  );
  const bySign = Map.groupBy(pairs, ({ sign }) => sign);
  return new Map([...bySign].map(([sign, places]) => [sign, places.map(({ place }) => place)]));
}

/** A frequent word counts as ten letters, so that a foreign name cannot outvote its sentence. */
function scoresOf(sample: string, script: Script): number[] {
  const { letters, words } = indexOf(script);
  const lower = sample.toLowerCase();
  const tenths = languagesOf[script].map(() => 0);
  const count = (places: readonly number[] | undefined, weight: number): void =>
    places?.forEach((place) => (tenths[place] = (tenths[place] ?? 0) + weight));
  for (const letter of lower) count(letters.get(letter), 1);
  for (const word of lower.match(/[\p{L}\p{M}]+/gu) ?? []) count(words.get(word), 10);
  return tenths.map((score) => score / 10);
}
