import { languagesOf } from "./language-lexicon.ts";
import type { LanguageSigns } from "./languages/language-signs.ts";
import { scriptOf } from "./scripts.ts";

/** So many frequent words of one language are no coincidence. */
const fewestWords = 4;
/** A language shares many words with its nearest relatives, and some with most others. */
const leastRatio = 3;

/**
 * Whether a text is certainly in another language than a given one in the same script: it has many frequent words of
 * another one, and few of this. Pure.
 */
export function isInOtherLanguage(text: string, language: string): boolean {
  const script = scriptOf(text);
  const languages = script === undefined ? [] : languagesOf[script].languages;
  const own = languages.find((each) => each.language === language);
  if (own?.words === undefined) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const countOf = (signs: LanguageSigns): number => {
    const frequent = frequentWordsOf(signs);
    return words.filter((word) => frequent.has(word)).length;
  };
  const most = Math.max(...languages.map(countOf));
  return most >= fewestWords && most >= leastRatio * countOf(own);
}

const known = new Map<LanguageSigns, ReadonlySet<string>>();

function frequentWordsOf(signs: LanguageSigns): ReadonlySet<string> {
  const words = known.get(signs) ?? new Set(signs.words?.split(" "));
  known.set(signs, words);
  return words;
}
