import { isRightBelow } from "./is-right-below.ts";
import { endsSentence } from "../phrases/line-shape.ts";
import type { Line } from "./lines.ts";

/** The usual widths at which text editors wrap lines. */
const widest = 92;
const narrowest = 18;
/** The smallest share of the width that a wrapped line fills. */
const leastFill = 0.72;
const leastWrapped = 3;

/** Wrapped lines have similar lengths. */
function isEven(lines: readonly Line[]): boolean {
  const lengths = lines.map(({ text }) => text.length).toSorted((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return (
    lengths.filter((length) => Math.abs(length - middle) <= 0.15 * middle).length >= 0.6 * lengths.length
  );
}

/** How the lines of a story were wrapped. */
export interface Wrapping {
  readonly width: number;
  /** Numbers of the lines that continue on the next one or are continued from the previous one. */
  readonly lines: ReadonlySet<number>;
}

/**
 * Finds the lines of paragraphs wrapped at a fixed width; `undefined` for a story with one line per paragraph. Pure.
 *
 * @param credited Lines that end in a credit: two in a row belong to a picture.
 */
export function findWrapping(
  lines: readonly Line[],
  credited: ReadonlySet<Line> = new Set(),
): Wrapping | undefined {
  const long = lines.filter(({ text }) => text.length > widest);
  if (long.length > 0.12 * lines.length) return undefined;
  const short = lines.filter(({ text }) => text.length <= widest);
  const flowing = short.filter((line, at) => {
    const next = short[at + 1];
    return next !== undefined && flowsOn(line, next) && !(credited.has(line) && credited.has(next));
  });
  if (flowing.length < leastWrapped || !isEven(flowing)) return undefined;
  const width = Math.max(...flowing.map(({ text }) => text.length));
  const full = flowing.filter(({ text }) => text.length >= leastFill * width);
  if (width < narrowest || full.length < leastWrapped || full.length < 0.6 * flowing.length) return undefined;
  const numbers = new Set(full.flatMap(({ number }) => [number, number + 1]));
  return { width, lines: numbers };
}

const opensLow = /^[\p{Ll}\d(«"“„—–-]/u;
const uncased = /^[\p{Lo}«"“「『]/u;
/** From this length on, a line may break before a word with a capital of its own. */
const longEnough = 58;

/** Whether a line breaks off in a sentence that the next one continues. */
function flowsOn(line: Line, next: Line): boolean {
  if (!isRightBelow(next, line)) return false;
  if (endsSentence(line.text) || line.text.length < narrowest) return false;
  if (uncased.test(line.text))
    return /[\p{Lo}、，،]$/u.test(line.text) && next.text.length <= line.text.length + 3;
  const isFull = line.text.length >= longEnough && next.text.length >= 0.5 * line.text.length;
  return opensLow.test(next.text) || (isFull && /[\p{L}\d,]$/u.test(line.text));
}
