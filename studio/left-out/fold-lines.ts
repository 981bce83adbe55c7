import { leftOutReasons } from "../../schemas/index.ts";
import type { LeftOutLine } from "./left-out-lines.ts";

/** A line of a source text, or neighbouring ones that are shown on request. By their numbers from 1. */
export type LineRow =
  | { readonly kind: "line"; readonly number: number }
  | {
      readonly kind: "fold";
      readonly first: number;
      readonly last: number;
      readonly leftOut: readonly LeftOutLine[];
    };

/**
 * The lines of a source text, runs of those that nobody would miss folded up. Pure.
 *
 * Only lines that were left out as a whole, and that no value was read from, are folded, and a single one is not, since it
 * would take no less room. Blank lines between them go with them.
 *
 * @param leftOut The lines that were left out, by number.
 * @param isRead Whether a value was read from a line.
 */
export function foldLines(
  lines: readonly string[],
  leftOut: ReadonlyMap<number, LeftOutLine>,
  isRead: (number: number) => boolean,
): LineRow[] {
  const rows: LineRow[] = [];
  const foldable = lines.map((_, index) => {
    const line = leftOut.get(index + 1);
    return line !== undefined && isMinor(line) && !isRead(index + 1) ? line : undefined;
  });
  for (let at = 0; at < lines.length; at += 1) {
    const run = foldable[at] === undefined ? [] : [foldable[at]];
    let end = at;
    for (let next = at + 1; run.length > 0 && next < lines.length; next += 1) {
      const line = foldable[next];
      if (line === undefined && (lines[next]?.trim() !== "" || isRead(next + 1))) break;
      if (line === undefined) continue;
      run.push(line);
      end = next;
    }
    if (run.length < 2) {
      rows.push({ kind: "line", number: at + 1 });
      continue;
    }
    rows.push({
      kind: "fold",
      first: at + 1,
      last: end + 1,
      leftOut: run.filter((line) => line !== undefined),
    });
    at = end;
  }
  return rows;
}

const isMinor = ({ isWhole, pieces }: LeftOutLine): boolean =>
  isWhole && pieces.every(({ reason }) => leftOutReasons[reason].isMinor);
