import type { DateToken } from "./date-tokens.ts";
import { zoneOf } from "./date-words.ts";

/** A time of day as a text gives it. */
export interface ReadTime {
  /** Number of tokens that it takes. */
  readonly length: number;
  /** `hh:mm` or `hh:mm:ss`. */
  readonly time: string;
  /** Minutes east of Greenwich, where the text says so. */
  readonly offset?: number;
}

const before = new Set(["am", "a m", "ص", "صباحا", "صباح"]);
const after = new Set(["pm", "p m", "م", "مساء", "ظهرا", "عصرا"]);

/** Reads the time that begins at a token: "19:31 BST", "6:20pm", "18h47", "3.15 Uhr", "14:22 GMT+3". Pure. */
export function readTime(tokens: readonly DateToken[], at: number): ReadTime | undefined {
  const clock = readClock(tokens, at);
  if (clock === undefined) return undefined;
  let { end, hour } = clock;
  const half = tokens[end];
  const dots = half?.kind === "word" && half.key.length === 1 && isDot(tokens[end + 1]);
  const halfKey = half?.kind === "word" ? half.key + (dots ? wordAt(tokens, end + 2) : "") : "";
  if (before.has(halfKey) || after.has(halfKey)) {
    if (after.has(halfKey) && hour < 12) hour += 12;
    if (before.has(halfKey) && hour === 12) hour = 0;
    end += dots ? (isDot(tokens[end + 3]) ? 4 : 3) : 1;
  } else if (clock.needsMore && !saysClock(tokens, end)) return undefined;
  const zone = readZone(tokens, end);
  const time = [hour, clock.minute, ...(clock.second === undefined ? [] : [clock.second])];
  return {
    length: end + (zone?.length ?? 0) - at,
    time: time.map((part) => String(part).padStart(2, "0")).join(":"),
    ...(zone === undefined ? {} : { offset: zone.minutes }),
  };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly end: number;
  /** Whether it may as well be another number, unless what follows says that it is a time. */
  readonly needsMore: boolean;
}

function readClock(tokens: readonly DateToken[], at: number): Clock | undefined {
  const [a, mark, b, again, c] = tokens.slice(at, at + 5);
  if (a?.kind !== "number" || a.digits > 2 || a.value > 24) return undefined;
  const hour = a.value % 24;
  const joint = mark?.kind === "mark" ? mark.text : mark?.kind === "word" ? mark.key : "";
  if (b?.kind === "number" && b.digits === 2 && b.value < 60 && [":", ".", "h"].includes(joint)) {
    const hasSeconds = again?.kind === "mark" && again.text === ":" && c?.kind === "number" && c.value < 60;
    return {
      hour,
      minute: b.value,
      ...(hasSeconds ? { second: c.value } : {}),
      end: at + (hasSeconds ? 5 : 3),
      needsMore: joint === ".",
    };
  }
  if (joint === "h") return { hour, minute: 0, end: at + 2, needsMore: false };
  return { hour, minute: 0, end: at + 1, needsMore: true };
}

const clockWords = new Set(["uhr", "h", "hrs", "ore", "horas", "uur", "hours"]);

const saysClock = (tokens: readonly DateToken[], at: number): boolean => {
  const key = wordAt(tokens, at);
  return clockWords.has(key) || zoneOf(key) !== undefined;
};

/** A zone by name, by its distance from Greenwich, or both. */
function readZone(
  tokens: readonly DateToken[],
  at: number,
): { readonly minutes: number; readonly length: number } | undefined {
  let next = at;
  if (isMarkOf(tokens[next], "(")) next += 1;
  const named = zoneOf(wordAt(tokens, next)) ?? zoneAfterWord(tokens, next);
  if (named !== undefined) next += zoneOf(wordAt(tokens, next)) === undefined ? 2 : 1;
  const sign = tokens[next];
  const hours = tokens[next + 1];
  const isSign = sign?.kind === "mark" && /^[+\-−–]$/.test(sign.text);
  if (
    isSign &&
    hours?.kind === "number" &&
    (hours.digits === 2 || hours.digits === 4 || (named === 0 && hours.digits === 1))
  ) {
    const direction = sign.text === "+" ? 1 : -1;
    const whole =
      hours.digits === 4 ? Math.floor(hours.value / 100) * 60 + (hours.value % 100) : hours.value * 60;
    const minutes = tokens[next + 3];
    const hasMinutes = isMarkOf(tokens[next + 2], ":") && minutes?.kind === "number" && minutes.digits === 2;
    if (whole > 14 * 60) return named === undefined ? undefined : { minutes: named, length: next - at };
    return {
      minutes: direction * (whole + (hasMinutes ? minutes.value : 0)),
      length: next + (hasMinutes ? 4 : 2) - at,
    };
  }
  return named === undefined ? undefined : { minutes: named, length: next - at };
}

/** "بتوقيت غرينتش": a word for "time of" stands before the zone. */
const zoneAfterWord = (tokens: readonly DateToken[], at: number): number | undefined =>
  wordAt(tokens, at) === "بتوقيت" ? zoneOf(wordAt(tokens, at + 1)) : undefined;

const wordAt = (tokens: readonly DateToken[], at: number): string => {
  const token = tokens[at];
  return token?.kind === "word" ? token.key : "";
};

const isMarkOf = (token: DateToken | undefined, mark: string): boolean =>
  token?.kind === "mark" && token.text === mark;

const isDot = (token: DateToken | undefined): boolean => isMarkOf(token, ".");
