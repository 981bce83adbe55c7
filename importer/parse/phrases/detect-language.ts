import { languagesOf } from "./language-lexicon.ts";
import { areAkin } from "./languages/are-akin.ts";
import { countsOf, foreignLettersIn, scoreLanguages, wordsIn } from "./languages/score-languages.ts";
import { scriptOf } from "./scripts.ts";

/** The tag of a text whose language could not be detected (BCP 47, ISO 639-2 "undetermined"). */
export const undetermined = "und";

const sampleLength = 800;

/**
 * Detects the language of a text as a BCP 47 tag: by script, then by letters and frequent words.
 *
 * Pure. Prefers `und` to a guess: a script that several languages share is no evidence for one of them, and a text in
 * a language that is not known here must not become one in its neighbour's.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength).normalize("NFC").toLowerCase();
  const script = scriptOf(sample);
  if (script === undefined) return undetermined;
  const { languages, usual = undetermined, isCrowded = false } = languagesOf[script];
  if (languages.length === 1) return usual;
  const words = wordsIn(sample);
  const letters = countsOf(sample);
  const scores = scoreLanguages(script, letters, countsOf(words));
  const [best, ...others] = scores;
  if (best === undefined || best.score <= 0) return usual;
  const second = others.find(({ language }) => !areAkin(language, best.language))?.score ?? 0;
  const isLong = words.length >= longText;
  const isEnough =
    best.score - second >= leastLead * best.score &&
    (!isCrowded ||
      (best.kinds >= (isLong ? 3 : 2) &&
        best.score >= Math.max(leastScore, leastScorePerWord * words.length) &&
        foreignLettersIn(script, letters, best.language) <= Math.max(3, sample.length / 100)));
  return isEnough ? best.language : undetermined;
}

/** In words. */
const longText = 20;

/**
 * How much more than for any other language must speak for one, but for its kin, as a share. This and the numbers below
 * were set on texts in the known languages and in 300 others.
 */
const leastLead = 0.15;

/** One and a half words of that language alone, and one in twenty; ten is one word. */
const [leastScore, leastScorePerWord] = [15, 0.5];
