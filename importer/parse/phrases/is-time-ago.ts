import { matchKey } from "../lexicons/match-key.ts";
import { languagesOf } from "./language-lexicon.ts";

const units = ["second", "minute", "hour", "day", "week", "month"] as const;
const styles = ["long", "short", "narrow"] as const;
/** One for each plural form that languages have. */
const numbers = [1, 2, 3, 5, 11, 21];

let phrases: ReadonlySet<string> | undefined;

/** Longer lines say more than how long ago something was. */
const longest = 32;

/**
 * Whether a text says how long ago something was, in any language that Unicode knows the words of, and nothing else:
 * "3 hours ago", "hace 2 horas". Pure; the first call takes some ten milliseconds.
 */
export function isTimeAgo(text: string): boolean {
  if (text.length > longest) return false;
  phrases ??= new Set(Object.values(languagesOf).flatMap((languages) => languages.flatMap(({ language }) => phrasesIn(language))));
  return phrases.has(keyOf(text));
}

const phrasesIn = (language: string): string[] =>
  styles.flatMap((style) => {
    const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style });
    return units.flatMap((unit) => numbers.map((number) => keyOf(format.format(-number, unit))));
  });

/** Which number it is does not count. */
const keyOf = (text: string): string => matchKey(text.replace(/\p{Nd}+/gu, "0"));
