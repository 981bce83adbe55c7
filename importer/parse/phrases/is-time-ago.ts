import { matchKey } from "../lexicons/match-key.ts";
import { undetermined } from "./detect-language.ts";

const units = ["second", "minute", "hour", "day", "week", "month"] as const;
const styles = ["long", "short", "narrow"] as const;
/** One for each plural form that languages have. */
const numbers = [1, 2, 3, 5, 11, 21];

const phrases = new Map<string, ReadonlySet<string>>();

/** Longer lines say more than how long ago something was. */
const longest = 32;

/**
 * Whether a text says how long ago something was, in its language or in English, and nothing else: "3 hours ago", "hace 2
 * horas". Pure.
 *
 * @param language BCP 47.
 */
export function isTimeAgo(text: string, language: string): boolean {
  return text.length <= longest && [language, "en"].some((each) => phrasesIn(each).has(keyOf(text)));
}

function phrasesIn(language: string): ReadonlySet<string> {
  let known = phrases.get(language);
  if (known === undefined)
    phrases.set(language, (known = new Set(language === undetermined ? [] : timesIn(language))));
  return known;
}

const timesIn = (language: string): string[] =>
  styles.flatMap((style) => {
    const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style });
    return units.flatMap((unit) => numbers.map((number) => keyOf(format.format(-number, unit))));
  });

/** Which number it is does not count, nor a blank beside it. */
const keyOf = (text: string): string => matchKey(text.replace(/\s*\p{Nd}+\s*/gu, " 0 "));
