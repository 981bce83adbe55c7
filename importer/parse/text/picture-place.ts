import { isRightBelow } from "./is-right-below.ts";
import { detectLanguage } from "../phrases/detect-language.ts";
import { isInOtherLanguage } from "../phrases/is-in-other-language.ts";
import { isProse, type Bounds } from "./find-body.ts";
import { haveAltTexts } from "./have-alt-texts.ts";
import { mainScriptOf } from "./main-script.ts";
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
  /** The next two of them, as far as nothing but labels and blank lines is between. */
  readonly below: readonly ObservedLine[];
  /** The lines right below it, with no blank line or other line between. */
  readonly second: ObservedLine | undefined;
  readonly third: ObservedLine | undefined;
  /** The line right above it, whatever it is. */
  readonly above: ObservedLine | undefined;
  /** The rule that gave the line before it a picture role. */
  readonly ruleBefore: string | undefined;
  readonly last: LastPicture | undefined;
  readonly bounds: Bounds;
  /** Whether most pictures with labels have a few words above them: the alternative texts. */
  readonly hasAltTexts: boolean;
  /** Index of the last line that is certainly text. */
  readonly lastText: number;
  /**
   * Whether it and the second line, or the second and the third, are the alternative text and caption of one picture.
   */
  pair(): PicturePair | undefined;
  nextPair(): PicturePair | undefined;
  /** Whether it is right below the headline, or the date below that, and so equally likely a sub-headline. */
  readonly isBelowHeadline: boolean;
  /** Whether a line is in another script than the story, or certainly in another language. */
  isForeign(line: ObservedLine): boolean;
}

/** The lines of a story that may belong to pictures, in order. */
export interface PicturePlaces {
  readonly lines: readonly ObservedLine[];
  /** The surroundings of one of the lines. */
  at(place: number, last: LastPicture | undefined): PicturePlace | undefined;
}

/** Finds where pictures may be: all lines without a role that are not pieces of a wrapped paragraph. */
export function picturePlaces(board: RoleBoard, bounds: Bounds): PicturePlaces {
  const isForeign = foreignersIn(board.lines);
  const lines = inRuns(board.free().filter((line) => !line.isWrapped));
  const lastText = lines.findLast((line) => line.index < bounds.end && isProse(line))?.index ?? 0;

  const isAboveLabels = haveAltTexts(board);
  const belowOf = (place: number): ObservedLine[] => {
    const below: ObservedLine[] = [];
    for (let at = place; at < place + 2; at += 1) {
      const [line, next] = [lines[at], lines[at + 1]];
      if (line === undefined || next === undefined) break;
      if (board.lines.slice(line.index + 1, next.index).some((other) => !other.isLabelAlone)) break;
      below.push(next);
    }
    return below;
  };
  const neighbourOf = (place: number): ObservedLine | undefined =>
    lines[place]?.hasNeighbour === true ? lines[place + 1] : undefined;
  const pairs = new Map<number, PicturePair | undefined>();
  const pairAt = (place: number): PicturePair | undefined => {
    if (!pairs.has(place)) {
      const [first, second] = [lines[place], neighbourOf(place)];
      pairs.set(place, first && second && picturePair(first, second, isForeign));
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
      below: belowOf(place),
      second,
      third: second && neighbourOf(place + 1),
      above: board.lines[line.index - 1],
      ruleBefore: board.claimOf(lines[place - 1])?.rule,
      last,
      bounds,
      hasAltTexts: isAboveLabels,
      lastText,
      isForeign,
      isBelowHeadline: isBelowHeadline(board, line),
      pair: () => pairAt(place),
      nextPair: () => (second === undefined ? undefined : pairAt(place + 1)),
    };
  };
  return { lines, at };
}

function isBelowHeadline(board: RoleBoard, { index }: ObservedLine): boolean {
  const above = board.lines[index - 1];
  const role = board.claimOf(above)?.role;
  return (
    role === "headline" || (role === "date" && board.claimOf(board.lines[index - 2])?.role === "headline")
  );
}

/** Tells the lines that are in another script than most, or in another language than the text. */
function foreignersIn(lines: readonly ObservedLine[]): (line: ObservedLine) => boolean {
  const script = mainScriptOf(lines);
  let language: string | undefined;
  return (line) => {
    if (script === undefined || line.script === undefined) return false;
    if (line.script !== script) return true;
    language ??= languageOf(lines);
    return isInOtherLanguage(line.plain, language);
  };
}

function languageOf(lines: readonly ObservedLine[]): string {
  const text = lines.filter((line) => isProse(line));
  return detectLanguage((text.length > 0 ? text : lines).map((line) => line.text.slice(0, 200)).join("\n"));
}

/** Lines are adjacent if no other line is between them. */
function inRuns(lines: readonly ObservedLine[]): ObservedLine[] {
  const follows = (place: number): boolean => {
    const [line, next] = [lines[place], lines[place + 1]];
    return line !== undefined && next !== undefined && isRightBelow(next, line);
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
