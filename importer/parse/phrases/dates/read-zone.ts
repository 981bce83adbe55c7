import type { DateToken } from "./date-tokens.ts";
import { monthKey, monthOf, weekdays } from "./date-words.ts";
import { zoneNamed } from "./named-zones.ts";
import { mayBeStretch, offsetOf, offsetOfName } from "./zone-names.ts";

/** The zone of a clock time, as stated in a text. */
export interface Zone {
  /** Number of tokens it spans. */
  readonly length: number;
  /** As in ISO 8601. */
  readonly offset?: string;
  /** Its IANA name instead, if the offset depends on the day. */
  readonly zone?: string;
}

/** The preceding clock time, and whether a sign after it can only begin a zone. */
interface ClockBefore {
  readonly time: string;
  readonly isSettled: boolean;
}

/** Reads the zone right after a clock time: "BST", "(MEZ)", "GMT+3", "+05:30", "(heure de Paris)". Pure. */
export function readZone(tokens: readonly DateToken[], at: number, clock: ClockBefore): Zone | undefined {
  return readOffset(tokens, at, clock) ?? readPlace(tokens, at);
}

/** A zone given by abbreviation, by distance from Greenwich, or by both: "BST", "(MEZ)", "GMT+3", "+05:30". */
function readOffset(tokens: readonly DateToken[], at: number, clock: ClockBefore): Zone | undefined {
  const first = isMarkOf(tokens[at], "(") ? at + 1 : at;
  const named = abbreviationAt(tokens, first);
  if (named !== undefined && named !== "Z") return { offset: named, length: first + 1 - at };
  const distance = readDistance(tokens, named === undefined ? first : first + 1, named === "Z");
  if (distance === undefined) return named && { offset: named, length: first + 1 - at };
  const isSettled = named !== undefined || clock.isSettled || distance.isSettled;
  if (!isSettled && mayBeStretch(clock.time, distance.offset)) return undefined;
  return { offset: distance.offset, length: distance.end - at };
}

/** Abbreviations that are also words in capitalised headlines. */
const alsoWords = new Set(["ART", "CAT", "EAT", "WEST", "WET", "WIT"]);

/** The offset of an abbreviation; in capitals only, since many are ordinary words: "est", "art", "cat". Pure. */
export function abbreviationAt(tokens: readonly DateToken[], at: number): string | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || !endsZone(tokens, at)) return undefined;
  const isWritten = token.text === token.text.toUpperCase() || /^(?:z|gmt|utc)$/.test(token.text);
  return isWritten ? offsetOfName(token.text) : undefined;
}

/** "15:00 WEST HAM" has no zone: an abbreviation that is also a word must be followed by a day or nothing. */
const endsZone = (tokens: readonly DateToken[], at: number): boolean => {
  const zone = tokens[at];
  return zone?.kind !== "word" || !alsoWords.has(zone.text) || endsPhrase(tokens, at + 1);
};

/** Whether a day or nothing follows; a full stop with something after it belongs to an abbreviation. */
function endsPhrase(tokens: readonly DateToken[], at: number): boolean {
  const next = tokens[at];
  if (isMarkOf(next, ".")) return tokens[at + 1] === undefined;
  return next?.kind !== "word" || weekdays.has(next.key) || monthOf(monthKey(next.text)) !== undefined;
}

/** "18:00 (hora de Madrid)", "5:42 PM ET": the zone by its place, in up to five words after the clock time. */
function readPlace(tokens: readonly DateToken[], at: number): Zone | undefined {
  const isAfterMark = tokens[at]?.kind === "mark" && !isMarkOf(tokens[at], ".");
  const isRightAfter = !isAfterMark || isMarkOf(tokens[at], "(");
  const first = isAfterMark ? at + 1 : at;
  const words = tokens.slice(first, first + longestZone);
  const count = words.findIndex(({ kind }) => kind !== "word");
  for (let length = count < 0 ? words.length : count; length >= 1; length -= 1) {
    const phrase = phraseOf(words.slice(0, length));
    const end = first + length;
    const mayBeOther = isRightAfter && isWrittenAsZone(tokens[first]) && endsPhrase(tokens, end);
    const zone = zoneNamed(phrase, false) ?? (mayBeOther ? zoneNamed(phrase, true) : undefined);
    if (zone !== undefined) return { zone, length: end - at };
  }
  return undefined;
}

const longestZone = 5;

const phraseOf = (words: readonly DateToken[]): string =>
  words.map((word) => (word.kind === "word" ? word.key : "")).join(" ");

/** "ET" is a zone, "et" is a French word. */
const isWrittenAsZone = (token: DateToken | undefined): boolean =>
  token?.kind === "word" && (!/^(?:et|ct|pt)$/.test(token.key) || token.text === token.text.toUpperCase());

/** "+03:00", "-0530", after GMT also "+3"; not "- 04.03.2026" or "– 14:00", which are a date and an end time. */
function readDistance(
  tokens: readonly DateToken[],
  at: number,
  isAfterGreenwich: boolean,
): { readonly offset: string; readonly end: number; readonly isSettled: boolean } | undefined {
  const [sign, hours, colon, minutes] = tokens.slice(at, at + 4);
  const isSign = sign?.kind === "mark" && (isAfterGreenwich ? /^[+\-−–]$/ : /^[+\-−]$/).test(sign.text);
  if (!isSign || hours?.kind !== "number" || !hours.isJoined) return undefined;
  if (![2, 4].includes(hours.digits) && !(isAfterGreenwich && hours.digits === 1)) return undefined;
  const isPlus = sign.text === "+";
  if (hours.digits === 4) {
    const offset = offsetOf(!isPlus, Math.floor(hours.value / 100), hours.value % 100);
    return offset === undefined ? undefined : { offset, end: at + 2, isSettled: true };
  }
  const hasMinutes = isMarkOf(colon, ":") && minutes?.kind === "number" && minutes.digits === 2;
  const isOfDate = colon?.kind === "mark" && /^[./-]$/.test(colon.text) && minutes?.kind === "number";
  // "12:00 +12 °C", "12:00 +10 more".
  const isOfMore =
    !hasMinutes && (colon?.kind === "word" || (colon?.kind === "mark" && /^[°%]$/.test(colon.text)));
  const offset = offsetOf(!isPlus, hours.value, hasMinutes ? minutes.value : 0);
  if (isOfDate || (isOfMore && !isAfterGreenwich) || offset === undefined) return undefined;
  return { offset, end: at + (hasMinutes ? 4 : 2), isSettled: false };
}

const isMarkOf = (token: DateToken | undefined, mark: string): boolean =>
  token?.kind === "mark" && token.text === mark;
