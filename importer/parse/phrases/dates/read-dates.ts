import { type DateToken, toDateTokens } from "./date-tokens.ts";
import { dateFillers, publishedLabels, relativeDays, updatedLabels, weekdays } from "./date-words.ts";
import { offsetAt, zoneNamed, zoneWithin } from "./named-zones.ts";
import { type ReadDay, readDay } from "./read-day.ts";
import { readProgramDate } from "./read-program-date.ts";
import { type ReadTime, readTime } from "./read-time.ts";
import { abbreviationAt } from "./read-zone.ts";

/** A date in a text, with the details beside it. */
export interface FoundDate extends Omit<ReadDay, "length"> {
  /** What the text says the date is of; absent if it does not say. */
  readonly label?: "published" | "updated";
  /** `hh:mm`, or `hh:mm:ss` with a fraction if there is one. */
  readonly time?: string;
  /** As in ISO 8601: stated in the text, or that of the named zone on that day. Never assumed. */
  readonly offset?: string;
}

/** The dates of a text, and how much of it is something else. */
export interface ReadDates {
  readonly dates: readonly FoundDate[];
  /** Whether there is a time without a date, or a day such as "yesterday". */
  readonly hasHint: boolean;
  /** Whether a word indicates publication or an update. */
  readonly isLabelled: boolean;
  /** Number of words outside any date. */
  readonly others: number;
  /** Number of numbers outside any date. */
  readonly otherNumbers: number;
}

const nothing: ReadDates = { dates: [], hasHint: false, isLabelled: false, others: 0, otherNumbers: 0 };

/** Longer lines contain dates but are not about them. */
const longestDateLine = 170;

/** Reads the dates of a short text; longer ones are skipped. Pure. */
export function readDates(text: string): ReadDates {
  if (text.length > longestDateLine) return { ...nothing, others: Number.POSITIVE_INFINITY };
  const found = readWords(text);
  const [first, ...more] = found.dates;
  const lacksZone = more.length === 0 && first?.time !== undefined && first.offset === undefined;
  if (found.dates.some(({ date }) => date !== undefined) && !lacksZone) return found;
  const program = readProgramDate(text);
  if (program.kind !== "read") return found;
  const { kind: _, ...parts } = program;
  if (lacksZone && first.date !== undefined) {
    const isSame = parts.date === first.date && parts.time?.startsWith(first.time) === true;
    const { offset } = parts;
    return isSame && offset !== undefined ? { ...found, dates: [{ ...first, offset }] } : found;
  }
  const [, month, day] = parts.date.split("-").map(Number);
  const date = { ...parts, calendar: "gregorian" as const, month: month ?? 0, day: day ?? 0 };
  return { ...nothing, dates: [{ ...date, isAmbiguous: false }], hasHint: parts.time !== undefined };
}

type Time = Omit<ReadTime, "length">;
type Dated = Omit<FoundDate, "offset"> & Partial<Time>;

function readWords(text: string): ReadDates {
  const tokens = toDateTokens(text);
  const dates: Dated[] = [];
  let label: FoundDate["label"];
  let [hasHint, isLabelled, others, otherNumbers] = [false, false, 0, 0];
  /** A time before its day, with the label in force. */
  let pending: { readonly time: Time; readonly label: FoundDate["label"] } | undefined;
  /** A zone before its clock time. */
  let zone: string | undefined;

  for (let at = 0; at < tokens.length;) {
    const words = readLabel(tokens, at);
    const day = words === undefined ? readDay(tokens, at) : undefined;
    const read = words === undefined && day === undefined ? readTime(tokens, at) : undefined;
    if (words !== undefined) {
      label = words.label;
      isLabelled = true;
      at += words.length;
    } else if (day !== undefined) {
      const { length, ...rest } = day;
      const own = pending?.label === label ? pending?.time : undefined;
      dates.push({ ...rest, ...(label === undefined ? {} : { label }), ...own });
      pending = undefined;
      at += length;
    } else if (read !== undefined) {
      const { length, ...rest } = read;
      const isUnzoned = rest.offset === undefined && rest.zone === undefined;
      const time: Time = isUnzoned && zone !== undefined ? { ...rest, zone } : rest;
      zone = undefined;
      hasHint = true;
      const last = dates.at(-1);
      if (last !== undefined && last.time === undefined) dates[dates.length - 1] = { ...last, ...time };
      else if (last === undefined) pending = { time, label };
      at += length;
    } else {
      const filler = readFiller(tokens, at);
      if (filler.isRelative) hasHint = true;
      if (filler.zone !== undefined) {
        const last = dates.at(-1);
        // "18:47 on Sunday, Mecca time": the zone of the clock time before it, else of the next.
        if (last?.time !== undefined && last.offset === undefined && last.zone === undefined)
          dates[dates.length - 1] = { ...last, zone: filler.zone };
        else zone = filler.zone;
      }
      if (filler.isOther) others += 1;
      if (tokens[at]?.kind === "number") otherNumbers += 1;
      at += filler.length;
    }
  }
  return { dates: dates.map(inZone), hasHint, isLabelled, others, otherNumbers };
}

/** The offset of a zone named by its place depends on the day. */
function inZone({ zone, ...found }: Dated): FoundDate {
  const { date, time } = found;
  if (zone === undefined || date === undefined || time === undefined) return found;
  const offset = offsetAt(zone, date, time);
  return offset === undefined ? found : { ...found, offset };
}

/** The given number of words from a position; `undefined` if anything else is among them. */
function phraseAt(tokens: readonly DateToken[], at: number, length: number): string | undefined {
  let phrase = "";
  for (let next = at; next < at + length; next += 1) {
    const token = tokens[next];
    if (token?.kind !== "word") return undefined;
    phrase += next === at ? token.key : ` ${token.key}`;
  }
  return phrase;
}

/** "Published", "Last updated": up to four words. */
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

interface Filler {
  readonly length: number;
  readonly isOther: boolean;
  readonly isRelative: boolean;
  /** The zone named in it. */
  readonly zone?: string;
}

function readFiller(tokens: readonly DateToken[], at: number): Filler {
  const token = tokens[at];
  if (token?.kind !== "word") return { length: 1, isOther: false, isRelative: false };
  for (let length = 5; length >= 1; length -= 1) {
    const phrase = phraseAt(tokens, at, length);
    if (phrase === undefined) continue;
    const zone = zoneNamed(phrase, false);
    if (zone !== undefined) return { length, isOther: false, isRelative: false, zone };
    if (length > 3) continue;
    const isRelative = relativeDays.has(phrase);
    const isZone = length === 1 && abbreviationAt(tokens, at) !== undefined;
    if (isRelative || weekdays.has(phrase) || dateFillers.has(phrase) || isZone) {
      return { length, isOther: false, isRelative };
    }
  }
  // The "T" of ISO 8601.
  const isPlain = isCoveredBySpaceless(token.key) || (token.key === "t" && token.isJoined);
  const zone = zoneWithin(token.key);
  return { length: 1, isOther: !isPlain, isRelative: false, ...(zone === undefined ? {} : { zone }) };
}

/** Chinese and Japanese words run together: "发布时间" and "更新北京时间" consist of known pieces. */
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
