import { matchKey } from "../lexicons/match-key.ts";
import { undetermined } from "./detect-language.ts";

const units = ["second", "minute", "hour"] as const;
const styles = ["long", "short", "narrow"] as const;
/** One for each plural form that languages have. */
const numbers = [1, 2, 3, 5, 11, 21];

const names = new Map<string, ReadonlySet<string>>();

const longest = 60;
/** How many words may say what takes so long. */
const mostLabel = 3;

/**
 * Whether a text says how long a film or a text takes, in its language or in English: "5 min", "Video duration 01 minutes
 * 12 seconds". Pure.
 *
 * With a single unit nothing else may be said: "Rescued after 5 hours" is news.
 *
 * @param language BCP 47.
 */
export function isDuration(text: string, language: string): boolean {
  if (text.length > longest || !/\p{Nd}/u.test(text)) return false;
  const [label = "", ...rest] = text.split(/\p{Nd}+(?:[.,]\p{Nd}+)?/u).map((part) => matchKey(part));
  if (![language, "en"].some((each) => rest.every((name) => namesIn(each).has(name)))) return false;
  const words = label.split(" ").filter((word) => word !== "").length;
  return rest.length > 1 ? words <= mostLabel : words === 0;
}

function namesIn(language: string): ReadonlySet<string> {
  let known = names.get(language);
  if (known === undefined)
    names.set(language, (known = new Set(language === undetermined ? [] : unitsIn(language))));
  return known;
}

const unitsIn = (language: string): string[] =>
  styles.flatMap((unitDisplay) =>
    units.flatMap((unit) => {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "unit", unit, unitDisplay });
      return numbers.map((number) => matchKey(nameIn(format.formatToParts(number))));
    }),
  );

const nameIn = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.find(({ type }) => type === "unit")?.value ?? "";
