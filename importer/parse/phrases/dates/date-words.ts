import { lexicons } from "../../lexicons/lexicons.ts";
import { matchKey } from "../../lexicons/match-key.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { wordsOf } from "../../lexicons/word-lists.ts";
import { calendarNames } from "./calendar-names.ts";
import { hebrewMonths } from "./hebrew-dates.ts";

export type Calendar = "gregorian" | "hijri" | "jalali" | "hebrew" | "ethiopic";

/** A month by name. */
export interface NamedMonth {
  readonly calendar: Calendar;
  /** From 1. */
  readonly month: number;
}

/** Indic scripts and those of South-East Asia, from Devanagari to Khmer. */
const vowelSigns = /[\u0900-\u109f\u1780-\u17ff]/u;

type Months = Map<string, NamedMonth>;

const months: Months = new Map();
const monthsByLanguage = new Map<string, Months>();

/** A calendar shared by many languages comes first: "mar" is March before it is anything else. */
for (const { language, months: names } of lexicons) addMonths(language, "gregorian", names ?? []);
for (const { language, months: names } of calendarNames) addMonths(language, "gregorian", names);
for (const { language, jalaliMonths, hijriMonths } of lexicons) {
  addMonths(language, "jalali", jalaliMonths ?? []);
  addMonths(language, "hijri", hijriMonths ?? []);
}
addMonths("he", "hebrew", hebrewMonths);
for (const { language, ethiopicMonths } of calendarNames)
  addMonths(language, "ethiopic", ethiopicMonths ?? []);

function addMonths(language: string, calendar: Calendar, names: readonly (readonly string[])[]): void {
  const own: Months = monthsByLanguage.get(language) ?? new Map();
  monthsByLanguage.set(language, own);
  for (const [index, spellings] of names.entries()) {
    for (const spelling of spellings) {
      const key = monthKey(spelling);
      if (/^\d/.test(key)) continue;
      const named = { calendar, month: index + 1 };
      if (!own.has(key)) own.set(key, named);
      if (!months.has(key)) months.set(key, named);
    }
  }
}

/**
 * Reduces the name of a month to what its spellings share. Pure. The vowel signs of Indic scripts count, other than in
 * match keys: without them January is June in Punjabi.
 */
export function monthKey(name: string): string {
  if (!vowelSigns.test(name)) return matchKey(name);
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{Cf}\p{P}]+/gu, "");
}

/** The most words of the months whose names begin with a word: "deireadh fómhair" has two. */
const longestFrom = new Map<string, number>();
for (const key of months.keys()) {
  const words = key.split(" ");
  const [first = ""] = words;
  longestFrom.set(first, Math.max(words.length, longestFrom.get(first) ?? 0));
}

/** The most words of a month whose name begins with a word, by its key; 0 if none does. Pure. */
export const longestMonthFrom = (key: string): number => longestFrom.get(key) ?? 0;

/**
 * The month named by a key of `monthKey()`. Pure.
 *
 * @param language Of the text, as a BCP 47 tag: "listopada" is in October in Croatian, in November in Polish.
 */
export const monthOf = (key: string, language?: string): NamedMonth | undefined =>
  monthsByLanguage.get(primaryOf(language))?.get(key) ?? months.get(key);

const primaryOf = (language: string | undefined): string => language?.split("-")[0] ?? "";

export const weekdays = indexPhrases([
  ...wordsOf((lexicon) => lexicon.weekdays),
  ...calendarNames.flatMap((names) => names.weekdays),
]);
export const relativeDays = indexPhrases(wordsOf((lexicon) => lexicon.relativeDays));
export const dateFillers = indexPhrases([
  ...wordsOf((lexicon) => lexicon.dateWords),
  ...calendarNames.flatMap(({ words = [] }) => words),
]);
export const publishedLabels = indexPhrases(wordsOf(({ labels }) => labels.published));
export const updatedLabels = indexPhrases(wordsOf(({ labels }) => labels.updated));
