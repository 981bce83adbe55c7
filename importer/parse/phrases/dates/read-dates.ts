import { type DateToken, toDateTokens } from "./date-tokens.ts";
import { dateFillers, publishedLabels, relativeDays, updatedLabels, weekdays } from "./date-words.ts";
import { offsetAt, zoneNamed, zoneWithin } from "./named-zones.ts";
import { type ReadDay, readDay } from "./read-day.ts";
import { readProgramDate } from "./read-program-date.ts";
import { type ReadTime, readTime } from "./read-time.ts";
import { abbreviationAt } from "./read-zone.ts";
import { UnknownLabels } from "./unknown-labels.ts";

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
  /** A clock time of no date in the text. */
  readonly clock?: Clock;
  /** Whether there is a time without a date, or a day such as "yesterday". */
  readonly hasHint: boolean;
  /** Whether a day of the week is named. */
  readonly hasWeekday: boolean;
  /** Whether a word indicates publication or an update. */
  readonly isLabelled: boolean;
  /** Number of words outside any date. */
  readonly others: number;
  /** Number of numbers outside any date. */
  readonly otherNumbers: number;
}

/** A time of day, with its zone if one is stated. */
export type Clock = Omit<ReadTime, "length">;

const nothing: ReadDates = {
  dates: [],
  hasHint: false,
  hasWeekday: false,
  isLabelled: false,
  others: 0,
  otherNumbers: 0,
};

/** Longer lines contain dates but are not about them. */
const longestDateLine = 170;

/**
 * Reads the dates of a short text; longer ones are skipped. Pure.
 *
 * @param language Of the text as a BCP 47 tag, if it is known.
 */
export function readDates(text: string, language?: string): ReadDates {
  if (text.length > longestDateLine) return { ...nothing, others: Number.POSITIVE_INFINITY };
  const key = `${language ?? ""}\n${text}`;
  const kept = recent.get(key);
  if (kept !== undefined) return kept;
  const read = readShort(text, language);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, read);
  return read;
}

/** What was read last: rules ask for the dates of the lines of a story again and again. */
const recent = new Map<string, ReadDates>();
const mostRecent = 200;

function readShort(text: string, language: string | undefined): ReadDates {
  const found = readWords(text, language);
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

type Dated = Omit<FoundDate, "offset"> & Partial<Clock>;

function readWords(text: string, language: string | undefined): ReadDates {
  const tokens = toDateTokens(text);
  const dates: Dated[] = [];
  const unknownLabels = new UnknownLabels();
  let label: FoundDate["label"];
  let [hasHint, hasWeekday, isLabelled, others, otherNumbers] = [false, false, false, 0, 0];
  /** A time before its day, with the label in force. */
  let pending: { readonly time: Clock; readonly label: FoundDate["label"] } | undefined;
  /** A zone before its clock time. */
  let zone: string | undefined;
  /** The token after a full date. */
  let dayEnd = -1;

  for (let at = 0; at < tokens.length;) {
    const words = readLabel(tokens, at);
    const day = words === undefined ? readDay(tokens, at, language) : undefined;
    const isAfterDay = dayEnd === (isSoftMark(tokens[at - 1]) ? at - 1 : at);
    const read = words === undefined && day === undefined ? readTime(tokens, at, isAfterDay) : undefined;
    if (words !== undefined) {
      label = words.label;
      isLabelled = true;
      unknownLabels.end();
      at += words.length;
    } else if (day !== undefined) {
      const { length, ...rest } = day;
      // "Updated 12.03.2024 Oprettet: 11.03.2024": a label ends where the next one begins, even an unknown one.
      if (unknownLabels.isOpen && dates.length > 0) label = undefined;
      const own = pending?.label === label ? pending?.time : undefined;
      unknownLabels.closeAt(dates.length);
      dates.push({ ...rest, ...(label === undefined ? {} : { label }), ...own });
      pending = undefined;
      at += length;
      if (day.date !== undefined) dayEnd = at;
    } else if (read !== undefined) {
      const { length, ...rest } = read;
      const isUnzoned = rest.offset === undefined && rest.zone === undefined;
      const time: Clock = isUnzoned && zone !== undefined ? { ...rest, zone } : rest;
      zone = undefined;
      hasHint = true;
      const last = dates.at(-1);
      const isOfLast = last !== undefined && last.time === undefined && !unknownLabels.isOpen;
      if (isOfLast) dates[dates.length - 1] = { ...last, ...time };
      else pending = { time, label };
      at += length;
    } else {
      const filler = readFiller(tokens, at);
      if (filler.isRelative) hasHint = true;
      if (filler.isWeekday) hasWeekday = true;
      if (filler.zone !== undefined) {
        const last = dates.at(-1);
        // "18:47 on Sunday, Mecca time": the zone of the clock time before it, else of the next.
        if (last?.time !== undefined && last.offset === undefined && last.zone === undefined)
          dates[dates.length - 1] = { ...last, zone: filler.zone };
        else zone = filler.zone;
      }
      if (filler.isOther) others += 1;
      if (tokens[at]?.kind === "number") otherNumbers += 1;
      unknownLabels.take(tokens[at], filler.isOther);
      at += filler.length;
    }
  }
  // "Date: 11.03.2024 Time: 17:05".
  const last = dates.at(-1);
  if (last !== undefined && last.time === undefined && pending?.label === last.label)
    dates[dates.length - 1] = { ...last, ...pending?.time };
  const labelled = unknownLabels.label(dates);
  return {
    dates: labelled.dates.map(inZone),
    ...(dates.length > 0 || pending === undefined || pending.label === "updated"
      ? {}
      : { clock: pending.time }),
    hasHint,
    hasWeekday,
    isLabelled,
    others: others - labelled.words,
    otherNumbers,
  };
}

/** What may stand between a day and its clock time. */
const isSoftMark = (token: DateToken | undefined): boolean =>
  token?.kind === "mark" && /^[,،|·•–—-]$/u.test(token.text);

/** A date with a clock time that stands beside it, elsewhere in the text. Pure. */
export const withClock = (date: FoundDate, clock: Clock): FoundDate => inZone({ ...date, ...clock });

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
  readonly isWeekday: boolean;
  /** The zone named in it. */
  readonly zone?: string;
}

const mark: Filler = { length: 1, isOther: false, isRelative: false, isWeekday: false };

function readFiller(tokens: readonly DateToken[], at: number): Filler {
  const token = tokens[at];
  if (token?.kind !== "word") return mark;
  for (let length = 5; length >= 1; length -= 1) {
    const phrase = phraseAt(tokens, at, length);
    if (phrase === undefined) continue;
    const zone = zoneNamed(phrase, false);
    if (zone !== undefined) return { ...mark, length, zone };
    if (length > 3) continue;
    const isRelative = relativeDays.has(phrase);
    const isWeekday = weekdays.has(phrase);
    const isZone = length === 1 && abbreviationAt(tokens, at) !== undefined;
    if (isRelative || isWeekday || dateFillers.has(phrase) || isZone)
      return { ...mark, length, isRelative, isWeekday };
  }
  // The "T" of ISO 8601.
  const isPlain = isCoveredBySpaceless(token.key) || (token.key === "t" && token.isJoined);
  const zone = zoneWithin(token.key);
  return { ...mark, isOther: !isPlain, ...(zone === undefined ? {} : { zone }) };
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
