import { toDateTokens, type DateToken } from "./date-tokens.ts";
import { dateFillers, publishedLabels, relativeDays, updatedLabels, weekdays, zoneOf } from "./date-words.ts";
import { offsetIn } from "./named-zones.ts";
import { readDay, type ReadDay } from "./read-day.ts";
import { readTime } from "./read-time.ts";

/** A day in a text, with what stands beside it. */
export interface FoundDate extends Omit<ReadDay, "length"> {
  /** What the text says the date is of; nothing if it does not say. */
  readonly label?: "published" | "updated";
  /** `hh:mm` or `hh:mm:ss`. */
  readonly time?: string;
  /** Minutes east of Greenwich. */
  readonly offset?: number;
}

/** The dates of a text, and how much of it is something else. */
export interface ReadDates {
  readonly dates: readonly FoundDate[];
  /** Whether there is a time, or a day such as "yesterday", without a date. */
  readonly hasHint: boolean;
  /** Whether a word says that this is about publication or an update. */
  readonly isLabelled: boolean;
  /** Number of words that belong to no date. */
  readonly others: number;
}

const nothing: ReadDates = { dates: [], hasHint: false, isLabelled: false, others: 0 };

/** Longer lines hold dates, but are not about them. */
const longestDateLine = 170;

/** Reads the dates of a short text; longer ones are not looked at. Pure. */
export function readDates(text: string): ReadDates {
  if (text.length > longestDateLine) return { ...nothing, others: Number.POSITIVE_INFINITY };
  const tokens = toDateTokens(text);
  const dates: FoundDate[] = [];
  let label: FoundDate["label"];
  let [hasHint, isLabelled, others] = [false, false, 0];
  let pendingTime: { readonly time: string; readonly offset?: number } | undefined;

  for (let at = 0; at < tokens.length;) {
    const words = readLabel(tokens, at);
    const day = words === undefined ? readDay(tokens, at) : undefined;
    const time = words === undefined && day === undefined ? readTime(tokens, at) : undefined;
    if (words !== undefined) {
      label = words.label;
      isLabelled = true;
      at += words.length;
    } else if (day !== undefined) {
      const { length, ...rest } = day;
      dates.push({ ...rest, ...(label === undefined ? {} : { label }), ...pendingTime });
      pendingTime = undefined;
      at += length;
    } else if (time !== undefined) {
      const { length, ...rest } = time;
      hasHint = true;
      const last = dates.at(-1);
      if (last !== undefined && last.time === undefined) dates[dates.length - 1] = { ...last, ...rest };
      else if (last === undefined) pendingTime = rest;
      at += length;
    } else {
      const filler = readFiller(tokens, at);
      if (filler.isRelative) hasHint = true;
      if (filler.isOther) others += 1;
      at += filler.length;
    }
  }
  return { dates: dates.map((date) => inNamedZone(text, date)), hasHint, isLabelled, others };
}

/** "18:00 (hora de Madrid)": the zone is named by its place, anywhere in the text. */
function inNamedZone(text: string, found: FoundDate): FoundDate {
  const { date, time, offset } = found;
  if (date === undefined || time === undefined || offset !== undefined) return found;
  const named = offsetIn(text, date, time);
  return named === undefined ? found : { ...found, offset: named };
}

/** So many words from a place on; `undefined` if something else stands among them. */
function phraseAt(tokens: readonly DateToken[], at: number, length: number): string | undefined {
  let phrase = "";
  for (let next = at; next < at + length; next += 1) {
    const token = tokens[next];
    if (token?.kind !== "word") return undefined;
    phrase += next === at ? token.key : ` ${token.key}`;
  }
  return phrase;
}

/** "Published", "Last updated": of up to four words. */
function readLabel(
  tokens: readonly DateToken[],
  at: number,
): { readonly label: "published" | "updated"; readonly length: number } | undefined {
  for (let length = 4; length >= 1; length -= 1) {
    const phrase = phraseAt(tokens, at, length);
    if (phrase === undefined) continue;
    if (updatedLabels.has(phrase)) return { label: "updated", length };
    if (publishedLabels.has(phrase)) return { label: "published", length };
  }
  return undefined;
}

function readFiller(
  tokens: readonly DateToken[],
  at: number,
): { readonly length: number; readonly isOther: boolean; readonly isRelative: boolean } {
  const token = tokens[at];
  if (token?.kind !== "word") return { length: 1, isOther: false, isRelative: false };
  for (let length = 3; length >= 1; length -= 1) {
    const phrase = phraseAt(tokens, at, length);
    if (phrase === undefined) continue;
    const isRelative = relativeDays.has(phrase);
    if (isRelative || weekdays.has(phrase) || dateFillers.has(phrase) || zoneOf(phrase) !== undefined) {
      return { length, isOther: false, isRelative };
    }
  }
  return { length: 1, isOther: !isCoveredBySpaceless(token.key), isRelative: false };
}

/** Chinese and Japanese words run together: "发布时间", "更新北京时间" is all of known pieces. */
function isCoveredBySpaceless(key: string): boolean {
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(key)) return false;
  const indexes = [updatedLabels, publishedLabels, relativeDays, weekdays, dateFillers];
  for (let index = 0; index < key.length;) {
    const length = Math.max(...indexes.map((phrases) => phrases.lengthAt(key, index)));
    if (length === 0) return false;
    index += length;
  }
  return true;
}
