import type { LeftOutPiece } from "../../schemas/index.ts";

/** A line of a source text that was left out, as a whole or in part. */
export interface LeftOutLine {
  /** The line in parts: those with a piece are left out. */
  readonly parts: readonly LinePart[];
  /** Whether nothing of it is in the story. */
  readonly isWhole: boolean;
  /** All pieces that have a part of it. */
  readonly pieces: readonly LeftOutPiece[];
  /** Those of them that no later line has a part of. */
  readonly ending: readonly LeftOutPiece[];
}

interface LinePart {
  readonly text: string;
  readonly piece?: LeftOutPiece;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly piece: LeftOutPiece;
}

/** The lines of a source text that were left out, by their numbers from 1; without line numbers, pieces have none. Pure. */
export function leftOutLines(
  lines: readonly string[],
  pieces: readonly LeftOutPiece[],
): ReadonlyMap<number, LeftOutLine> {
  const ranges = new Map<number, Range[]>();
  const last = new Map<LeftOutPiece, number>();
  for (const piece of pieces) {
    for (const [number, start, end] of rangesOf(piece, lines, ranges)) {
      ranges.set(number, [...(ranges.get(number) ?? []), { start, end, piece }]);
      last.set(piece, Math.max(number, last.get(piece) ?? 0));
    }
  }
  return new Map(
    [...ranges].map(([number, own]) => {
      const parts = partsOf(lines[number - 1] ?? "", own);
      const all = [...new Set(own.map(({ piece }) => piece))];
      const isWhole = parts.every(({ text, piece }) => piece !== undefined || text.trim() === "");
      return [
        number,
        { parts, isWhole, pieces: all, ending: all.filter((piece) => last.get(piece) === number) },
      ];
    }),
  );
}

type Place = readonly [number: number, start: number, end: number];

/** Where a piece stands in its lines; all of each of them if it is in none as it is written. */
function rangesOf(
  piece: LeftOutPiece,
  lines: readonly string[],
  taken: ReadonlyMap<number, readonly Range[]>,
): Place[] {
  const own = (piece.lines ?? []).filter((number) => (lines[number - 1] ?? "").trim() !== "");
  const found = own.flatMap((number): Place[] => {
    const range = rangeIn(lines[number - 1] ?? "", piece, taken.get(number)?.at(-1)?.end ?? 0);
    return range === undefined ? [] : [[number, ...range]];
  });
  return found.length > 0 ? found : own.map((number) => [number, 0, (lines[number - 1] ?? "").length]);
}

/** @param from Where the last piece before this one ends. */
function rangeIn(
  line: string,
  { text, address = "", lines = [] }: LeftOutPiece,
  from: number,
): [start: number, end: number] | undefined {
  const said = text.trim() || address;
  if (said === "") return undefined;
  const after = line.indexOf(said, from);
  const start = after < 0 ? line.indexOf(said) : after;
  if (start >= 0) return [start, start + said.length];
  // The text of several lines: each of them is a part of it, or has a line of it.
  if (lines.length < 2) return undefined;
  const bare = line.trim();
  if (said.includes(bare)) return [line.indexOf(bare), line.indexOf(bare) + bare.length];
  const part = said.split("\n").find((each) => each.trim() !== "" && line.includes(each.trim()));
  return part === undefined
    ? undefined
    : [line.indexOf(part.trim()), line.indexOf(part.trim()) + part.trim().length];
}

function partsOf(line: string, ranges: readonly Range[]): LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  for (const { start, end, piece } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start > at) parts.push({ text: line.slice(at, start) });
    if (end > at) parts.push({ text: line.slice(Math.max(at, start), end), piece });
    at = Math.max(at, end);
  }
  return at < line.length ? [...parts, { text: line.slice(at) }] : parts;
}
