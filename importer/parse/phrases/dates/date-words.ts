import { lexicons } from "../../lexicons/lexicons.ts";
import { matchKey } from "../../lexicons/match-key.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { wordsOf } from "../../lexicons/word-lists.ts";

export type Calendar = "gregorian" | "hijri" | "jalali";

/** A month by name. */
export interface NamedMonth {
  readonly calendar: Calendar;
  /** From 1. */
  readonly month: number;
}

const months = new Map<string, NamedMonth>();
/** A calendar shared by many languages comes first: "mar" is March before it is anything else. */
for (const lexicon of lexicons) {
  addMonths("gregorian", lexicon.months ?? []);
}
for (const lexicon of lexicons) {
  addMonths("jalali", lexicon.jalaliMonths ?? []);
  addMonths("hijri", lexicon.hijriMonths ?? []);
}

function addMonths(calendar: Calendar, names: readonly (readonly string[])[]): void {
  names.forEach((spellings, index) => {
    for (const spelling of spellings) {
      const key = matchKey(spelling);
      if (!/^\d/.test(key) && !months.has(key)) months.set(key, { calendar, month: index + 1 });
    }
  });
}

/** The month named by a match key. */
export const monthOf = (key: string): NamedMonth | undefined => months.get(key);

export const weekdays = indexPhrases(wordsOf((lexicon) => lexicon.weekdays));
export const relativeDays = indexPhrases(wordsOf((lexicon) => lexicon.relativeDays));
export const dateFillers = indexPhrases(wordsOf((lexicon) => lexicon.dateWords));
export const publishedLabels = indexPhrases(wordsOf(({ labels }) => labels.published));
export const updatedLabels = indexPhrases(wordsOf(({ labels }) => labels.updated));
