import { matchKey } from "../../lexicons/match-key.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { lexicons } from "../../lexicons/lexicons.ts";
import { wordsOf } from "../../lexicons/word-lists.ts";

export type Calendar = "gregorian" | "hijri" | "jalali";

/** A month by name. */
export interface NamedMonth {
  readonly calendar: Calendar;
  /** From 1. */
  readonly month: number;
}

const months = new Map<string, NamedMonth>();
/** A calendar of many languages goes first: "mar" is March before it is anything else. */
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

/** The month that a match key names. */
export const monthOf = (key: string): NamedMonth | undefined => months.get(key);

export const weekdays = indexPhrases(wordsOf((lexicon) => lexicon.weekdays));
export const relativeDays = indexPhrases(wordsOf((lexicon) => lexicon.relativeDays));
export const dateFillers = indexPhrases(wordsOf((lexicon) => lexicon.dateWords));
export const publishedLabels = indexPhrases(wordsOf(({ labels }) => labels.published));
export const updatedLabels = indexPhrases(wordsOf(({ labels }) => labels.updated));

/** Minutes east of Greenwich, for abbreviations that stand for one zone only, wherever they are read. */
const zones: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  z: 0,
  bst: 60,
  wat: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  sast: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  trt: 180,
  tsi: 180,
  eat: 180,
  gst: 240,
  pkt: 300,
  wib: 420,
  hkt: 480,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  brt: -180,
  غرينتش: 0,
  جرينتش: 0,
  北京时间: 480,
  北京時間: 480,
  日本時間: 540,
  台北时间: 480,
  香港时间: 480,
};

const zoneByKey = new Map(Object.entries(zones).map(([name, minutes]) => [matchKey(name), minutes]));

export const zoneOf = (key: string): number | undefined => zoneByKey.get(key);
