import { matchKey } from "../../lexicons/match-key.ts";
import type { DateToken } from "./date-tokens.ts";
import { type Zone, abbreviationAt, readZone } from "./read-zone.ts";

/** A time of day as written in a text, with the zone right after the clock time. */
export interface ReadTime extends Partial<Omit<Zone, "length">> {
  /** Number of tokens it spans. */
  readonly length: number;
  /** `hh:mm`, or `hh:mm:ss` with a fraction if there is one. */
  readonly time: string;
}

const before = new Set(["am", "a m", "ص", "صباحا", "صباح", "πμ", "sáng"].map(matchKey));
const after = new Set(["pm", "p m", "م", "مساء", "ظهرا", "عصرا", "μμ", "chiều", "tối"].map(matchKey));

/**
 * Reads the time that begins at a token: "19:31 BST", "6:20pm", "18h47", "3.15 Uhr", "kl. 17.05", "14:22 GMT+3", "0600
 * GMT", "18h47 (heure de Paris)". Pure.
 *
 * @param isAfterDay Whether a full date is right before it: two numbers with a full stop between them are a time there.
 */
export function readTime(tokens: readonly DateToken[], at: number, isAfterDay = false): ReadTime | undefined {
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
  } else if (clock.needsMore && !saysClock(tokens, end)) {
    const isSaid = clockBefore.has(wordBefore(tokens, at)) || (isAfterDay && tokens[end]?.kind !== "word");
    if (!isSaid || !clock.hasMinutes || isAmount(tokens[end])) return undefined;
  }
  if (clockWords.has(wordAt(tokens, end))) end += 1;
  const parts = [hour, clock.minute, ...(clock.second === undefined ? [] : [clock.second])];
  const time = parts.map((part) => String(part).padStart(2, "0")).join(":") + clock.fraction;
  const isSettled = clock.second !== undefined || wordAt(tokens, at - 1) === "t";
  const found = readZone(tokens, end, { time, isSettled });
  if (found === undefined) return { length: end - at, time };
  const { length, ...zone } = found;
  return { length: end + length - at, time, ...zone };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** With its point; empty if absent. */
  readonly fraction: string;
  readonly end: number;
  /** Whether it may be another number unless what stands beside it marks it as a time. */
  readonly needsMore: boolean;
  /** Whether the minutes are printed apart from the hours. */
  readonly hasMinutes: boolean;
}

function readClock(tokens: readonly DateToken[], at: number): Clock | undefined {
  const [a, mark, b, again, c] = tokens.slice(at, at + 5);
  if (a?.kind !== "number") return undefined;
  const clock = { hour: a.value, minute: 0, fraction: "", needsMore: true, hasMinutes: false };
  if (a.digits === 4) {
    const [hour, minute] = [Math.floor(a.value / 100), a.value % 100];
    return hour < 24 && minute < 60 ? { ...clock, hour, minute, end: at + 1 } : undefined;
  }
  if (a.digits > 2 || a.value > 23) return undefined;
  const joint = mark?.kind === "mark" ? mark.text : mark?.kind === "word" ? mark.key : "";
  if (b?.kind === "number" && b.digits === 2 && b.value < 60 && [":", ".", "h"].includes(joint)) {
    const more = { ...clock, minute: b.value, needsMore: joint === ".", hasMinutes: true };
    if (!isMarkOf(again, ":") || c?.kind !== "number" || c.value > 59) return { ...more, end: at + 3 };
    const fraction = fractionAt(tokens, at + 5);
    const timed = { ...more, second: c.value, end: at + 5 };
    return fraction === undefined ? timed : { ...timed, fraction, end: at + 7 };
  }
  if (joint === "h") return { ...clock, needsMore: false, end: at + 2 };
  return { ...clock, end: at + 1 };
}

/** ".250"; empty for zeros alone. */
function fractionAt(tokens: readonly DateToken[], at: number): string | undefined {
  const [point, digits] = tokens.slice(at, at + 2);
  const isPoint = point?.kind === "mark" && /^[.,]$/.test(point.text) && point.isJoined;
  if (!isPoint || digits?.kind !== "number" || !digits.isJoined) return undefined;
  return digits.value === 0 ? "" : `.${String(digits.value).padStart(digits.digits, "0")}`;
}

const clockWords = new Set(
  ["uhr", "h", "hrs", "hs", "ore", "horas", "uur", "hours", "น", "val"].map(matchKey),
);

/** What stands before a clock time, in languages that write it with a full stop. */
const clockBefore = new Set(
  [
    ...[
      "kl",
      "klo",
      "kello",
      "klokken",
      "klockan",
      "klukkan",
      "kell",
      "plkst",
      "pukul",
      "jam",
      "saat",
      "lúc",
    ],
    ...["ora", "ore", "alle", "om", "um", "ob", "u", "на", "в", "о"],
  ].map(matchKey),
);

/** A sum of money or a share is no time: "11.03.2024: 12.50 €". */
const isAmount = (token: DateToken | undefined): boolean =>
  token?.kind === "number" || (token?.kind === "mark" && /^[\p{Sc}%‰°]$/u.test(token.text));

/** The word before a position, whose full stop belongs to it: "kl." */
const wordBefore = (tokens: readonly DateToken[], at: number): string =>
  wordAt(tokens, isDot(tokens[at - 1]) ? at - 2 : at - 1);

const saysClock = (tokens: readonly DateToken[], at: number): boolean =>
  clockWords.has(wordAt(tokens, at)) || abbreviationAt(tokens, at) !== undefined;

const wordAt = (tokens: readonly DateToken[], at: number): string => {
  const token = tokens[at];
  return token?.kind === "word" ? token.key : "";
};

const isMarkOf = (token: DateToken | undefined, mark: string): boolean =>
  token?.kind === "mark" && token.text === mark;

const isDot = (token: DateToken | undefined): boolean => isMarkOf(token, ".");
