import type { LabelKind } from "../lexicons/labels.ts";
import { isDeskLine } from "./desk-line.ts";
import { isMarker, type Bounds } from "./find-body.ts";
import { flowOf } from "./flow-of.ts";
import { isSignature } from "./is-signature.ts";
import { namesInSourceLine } from "./names-in-source-line.ts";
import { namesOnlyKnownSources } from "./names-only-known-sources.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** The lines below a story that are not its own. */
export interface Tail {
  /** Index of the first of them; the number of lines if there are none. */
  readonly start: number;
  /** Lines further down that say something of the story all the same; true for the name of its author. */
  readonly kept: ReadonlyMap<ObservedLine, boolean>;
}

/**
 * Finds the lines of the page below a story: all that follow the line that closes it, or all from the first of several
 * short lines on. What is right below the text, and says who made it or when, is the story's. Pure.
 */
export function findTail(board: RoleBoard, { end, closing, runs, hasTeasers }: Bounds): Tail {
  if (closing !== undefined) return { start: belowOwn(board, closing.line.index + 1), kept: new Map() };
  const first = belowOwn(board, end);
  const run = runs.find(({ lines }) => (lines.at(-1)?.line.index ?? 0) >= first);
  const begins = hasTeasers ? first : run?.lines[0]?.line.index;
  if (begins === undefined) return { start: board.lines.length, kept: new Map() };
  const start = Math.max(first, begins);
  return { start, kept: onlyOnesOfTheirKind(board, end) };
}

/** The first line from an index on that is not the story's own. */
function belowOwn(board: RoleBoard, from: number): number {
  const line = board.firstFrom(from, (each) => board.isFree(each) && whatIsSaid(board, each) === undefined);
  return line?.index ?? board.lines.length;
}

/** What a line below the text says of the story, or perhaps of another one. */
type Said = "credit" | "date" | "author" | "titled author" | "placed author" | "name" | "source" | "desk";

function whatIsSaid(board: RoleBoard, line: ObservedLine): Said | undefined {
  if (line.isCredit || line.isCredited) return "credit";
  const strength = board.bylineOf(line)?.strength;
  const labelled = line.endsSentence || line.label?.value === "" ? undefined : saidBy(line.label?.kinds);
  if (labelled !== undefined) return labelled;
  if (strength === "labelled") return "author";
  if (isMarker(line)) return "date";
  if (isDeskLine(line) || isSignature(line)) return "desk";
  if (namesOnlyKnownSources(line.text)) return "source";
  if (isInBrackets(line) && namesInSourceLine(line.text).length > 0) return "source";
  // Without capitals, or with a colon, any title of a few words looks like a name and a place.
  if (!/\p{Lu}/u.test(line.text)) return undefined;
  if (strength === "titled" || (strength === "placed" && !/[:：]/u.test(line.text)))
    return `${strength} author`;
  // A menu has capitals, too: a name has something else below it.
  return strength === "bare" && !isAboveShort(board, line) ? "name" : undefined;
}

function saidBy(kinds: ReadonlySet<LabelKind> | undefined): Said | undefined {
  if (kinds === undefined) return undefined;
  if (kinds.has("source")) return "source";
  if (kinds.has("byline")) return "author";
  if (kinds.has("credit")) return "credit";
  return kinds.has("published") || kinds.has("updated") ? "date" : undefined;
}

const isInBrackets = ({ text, length }: ObservedLine): boolean => /^[(（【［[]/u.test(text) && length <= 160;

function isAboveShort(board: RoleBoard, { index }: ObservedLine): boolean {
  const below = board.lines[index + 1];
  return below !== undefined && flowOf(board, below) === "short";
}

function isBelowShort(board: RoleBoard, { index }: ObservedLine): boolean {
  const above = board.lines[index - 1];
  return above !== undefined && flowOf(board, above) === "short";
}

/** The one date, author or source of a tail is that of the story: teasers have one each, the date below their title. */
function onlyOnesOfTheirKind(board: RoleBoard, start: number): Tail["kept"] {
  const kinds = Map.groupBy(board.free(start), (line) => {
    const said = whatIsSaid(board, line);
    return said === "date" && line.label === undefined && isBelowShort(board, line) ? undefined : said;
  });
  for (const kind of [undefined, "credit", "name"] as const) kinds.delete(kind);
  return new Map(
    [...kinds].flatMap(([kind, [line, ...others]]) =>
      line === undefined || others.length > 0 ? [] : [[line, kind?.endsWith(" author") === true] as const],
    ),
  );
}
