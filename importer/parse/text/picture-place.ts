import { scriptOf, type Script } from "../phrases/scripts.ts";
import { isProse, type Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import { picturePair, type PicturePair } from "./picture-pair.ts";
import type { RoleBoard } from "./role-board.ts";

/** The picture whose lines were found last. */
export interface LastPicture {
  readonly picture: number;
  readonly hasCredit: boolean;
  /** Index of its last line; a credit found further down does not count. */
  readonly end: number;
}

/** A line that may belong to a picture, with its surroundings. */
export interface PicturePlace {
  readonly line: ObservedLine;
  /** The closest lines before and after it that have no role yet, at any distance. */
  readonly before: ObservedLine | undefined;
  readonly next: ObservedLine | undefined;
  readonly afterNext: ObservedLine | undefined;
  /** The lines right below it, with no blank line or other line between. */
  readonly second: ObservedLine | undefined;
  readonly third: ObservedLine | undefined;
  /** The line right above it, whatever it is. */
  readonly above: ObservedLine | undefined;
  /** The rule that gave the line before it a picture role. */
  readonly ruleBefore: string | undefined;
  readonly last: LastPicture | undefined;
  readonly bounds: Bounds;
  /** The script of the story. */
  readonly mainScript: Script | undefined;
  /** Index of the last line that is certainly text. */
  readonly lastText: number;
  /**
   * Whether it and the second line, or the second and the third, are the alternative text and caption of one picture.
   */
  pair(): PicturePair | undefined;
  nextPair(): PicturePair | undefined;
}

/** The lines of a story that may belong to pictures, in order. */
export interface PicturePlaces {
  readonly lines: readonly ObservedLine[];
  /** The surroundings of one of the lines. */
  at(place: number, last: LastPicture | undefined): PicturePlace | undefined;
}

/** Finds where pictures may be: all lines without a role that are not pieces of a wrapped paragraph. */
export function picturePlaces(board: RoleBoard, bounds: Bounds): PicturePlaces {
  // Only the start of each line, so that one long line does not decide the script.
  const mainScript = scriptOf(board.lines.map((line) => line.text.slice(0, 40)).join(" "));
  const lines = inRuns(board.free().filter((line) => !line.isWrapped));
  const lastText = lines.findLast((line) => line.index < bounds.end && isProse(line))?.index ?? 0;

  const neighbourOf = (place: number): ObservedLine | undefined =>
    lines[place]?.hasNeighbour === true ? lines[place + 1] : undefined;
  const pairs = new Map<number, PicturePair | undefined>();
  const pairAt = (place: number): PicturePair | undefined => {
    if (!pairs.has(place)) {
      const [first, second] = [lines[place], neighbourOf(place)];
      pairs.set(place, first && second && picturePair(first, second, mainScript));
    }
    return pairs.get(place);
  };

  const at = (place: number, last: LastPicture | undefined): PicturePlace | undefined => {
    const line = lines[place];
    if (line === undefined) return undefined;
    const second = neighbourOf(place);
    return {
      line,
      before: lines[place - 1],
      next: lines[place + 1],
      afterNext: lines[place + 2],
      second,
      third: second && neighbourOf(place + 1),
      above: board.lines[line.index - 1],
      ruleBefore: board.claimOf(lines[place - 1])?.rule,
      last,
      bounds,
      mainScript,
      lastText,
      pair: () => pairAt(place),
      nextPair: () => (second === undefined ? undefined : pairAt(place + 1)),
    };
  };
  return { lines, at };
}

/** Lines are adjacent if no other line is between them. */
function inRuns(lines: readonly ObservedLine[]): ObservedLine[] {
  const follows = (place: number): boolean => {
    const [line, next] = [lines[place], lines[place + 1]];
    return line !== undefined && next !== undefined && next.number === line.number + 1;
  };
  const sizes: number[] = [];
  for (let place = 0; place < lines.length;) {
    let end = place;
    while (follows(end)) end += 1;
    for (let each = place; each <= end; each += 1) sizes.push(end - place + 1);
    place = end + 1;
  }
  return lines.map((line, place) => ({
    ...line,
    hasNeighbour: follows(place),
    groupSize: sizes[place] ?? 1,
  }));
}
