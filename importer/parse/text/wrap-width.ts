import { endsSentence } from "../line-shape.ts";
import type { Line } from "./lines.ts";

/** Lines that editors of text files wrap at: the usual widths. */
const widest = 92;
const narrowest = 18;
/** The least share of the width that a line fills which goes on in the next. */
const leastFill = 0.72;
const leastWrapped = 4;

/** How the lines of a story were wrapped. */
export interface Wrapping {
  readonly width: number;
  /** Numbers of the lines that go on in the next, or that the one before goes on in. */
  readonly lines: ReadonlySet<number>;
}

/**
 * Finds the lines of paragraphs that were wrapped at a fixed width; `undefined` for a story whose paragraphs are lines.
 * Pure.
 */
export function findWrapping(lines: readonly Line[]): Wrapping | undefined {
  const long = lines.filter(({ text }) => text.length > widest);
  if (long.length > 0.12 * lines.length) return undefined;
  const short = lines.filter(({ text }) => text.length <= widest);
  const flowing = short.filter((line, at) => flowsOn(line, short[at + 1]));
  if (flowing.length < leastWrapped) return undefined;
  const width = Math.max(...flowing.map(({ text }) => text.length));
  const full = flowing.filter(({ text }) => text.length >= leastFill * width);
  if (width < narrowest || full.length < leastWrapped || full.length < 0.6 * flowing.length) return undefined;
  const numbers = new Set(full.flatMap(({ number }) => [number, number + 1]));
  return { width, lines: numbers };
}

const opensLow = /^[\p{Ll}\d(«"“„—–-]/u;
const uncased = /^[\p{Lo}«"“「『]/u;

/** Whether a line stops in the middle of a sentence that the next one takes up. */
function flowsOn(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.number !== line.number + 1) return false;
  if (endsSentence(line.text) || line.text.length < narrowest) return false;
  if (uncased.test(line.text))
    return /[\p{Lo}、，]$/u.test(line.text) && Math.abs(line.text.length - next.text.length) <= 3;
  return (
    opensLow.test(next.text) ||
    (/[\p{L}],?$/u.test(line.text) && /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(next.text) && line.text.length >= 55)
  );
}
