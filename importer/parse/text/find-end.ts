import { closingLines } from "./closing-lines.ts";
import { flowOf } from "./flow-of.ts";
import type { ObservedLine } from "./observe-lines.ts";
import { isNoteToEditors } from "./note-to-editors.ts";
import { beforeTeasers } from "./before-teasers.ts";
import type { RoleBoard } from "./role-board.ts";
import { findShortRuns } from "./short-runs.ts";
import type { FlowLine, ShortRun, StoryEnd } from "./story-end.ts";

/**
 * Finds where the text ends that begins at a line: at the line that closes it, or before the lines of the page and the
 * teasers of other stories. Pure.
 */
export function findEnd(board: RoleBoard, start: number): StoryEnd {
  const flows = board.lines.slice(start).map((line) => ({ line, flow: flowOf(board, line) }));
  const found = closingOf(flows);
  const closing = found !== undefined && isAboveNote(board, found.line) ? undefined : found;
  const runs = findShortRuns(flows);
  const last = closing === undefined ? board.lines.length : closing.line.index + 1;
  const parts = partsOf(
    flows.filter(({ line }) => line.index < last),
    runs,
  );
  // Teasers and notices stand below the line that closes the story, not right above it.
  const isClosed = (part: Part): boolean =>
    closing !== undefined && (part.lines.at(-1)?.line.index ?? 0) >= closing.line.index - 1;
  const part = parts.findLast(
    (each, at) => at === 0 || isClosed(each) || isOfStory(each, flows.at(-1)?.line),
  );
  if (part === undefined) return { end: start, closing, runs: [], hasTeasers: false };
  const kept = isClosed(part) ? part.lines.length : beforeTeasers(part.lines, part.above === undefined);
  const own = part.lines.slice(0, kept);
  const end = (own.at(-1)?.line.index ?? start) + 1;
  const isStory = lettersOf(parts.flatMap(({ lines }) => lines.filter(isText))) >= shortestStory;
  return { end, closing, runs: isStory ? runs : [], hasTeasers: own.length < part.lines.length };
}

/** The first line that closes the story, unless much text follows. */
function closingOf(flows: readonly FlowLine[]): StoryEnd["closing"] {
  const [below, above] = [runningBelow(flows), lettersAbove(flows)];
  for (const [at, { line }] of flows.entries()) {
    const text = above[at] ?? 0;
    if (text < shortestStory) continue;
    const isBelowText = flows[at - 1]?.flow === "text";
    const found = closingLines.find(
      (each) => (below[at] ?? 0) <= each.mostBelow * text && each.applies({ line, isBelowText }),
    );
    if (found !== undefined) return { line, name: found.name };
  }
  return undefined;
}

/** Notes to editors stand right below the mark that the text ends. */
const isAboveNote = (board: RoleBoard, { index }: ObservedLine): boolean =>
  board.lines.slice(index + 1, index + 4).some(isNoteToEditors);

/** Letters of the text from the beginning up to and with each line. */
function lettersAbove(flows: readonly FlowLine[]): number[] {
  let letters = 0;
  return flows.map(({ line, flow }) => (letters += flow === "text" ? line.length : 0));
}

/** Letters of running text below each line: of paragraphs right below it or each other, as teasers and notices are not. */
function runningBelow(flows: readonly FlowLine[]): number[] {
  const isLong = (each: FlowLine | undefined): boolean =>
    each?.flow === "text" && each.line.length >= shortestParagraph;
  let letters = 0;
  const below: number[] = [];
  for (let at = flows.length - 1; at >= 0; at -= 1) {
    const isAlone = isLong(flows[at + 1]) && !isLong(flows[at + 2]);
    below[at] = letters + (isAlone && !isLong(flows[at]) ? (flows[at + 1]?.line.length ?? 0) : 0);
    if (isLong(flows[at]) && (isLong(flows[at - 1]) || isLong(flows[at + 1])))
      letters += flows[at]?.line.length ?? 0;
  }
  return below;
}

/** All in letters. */
const shortestStory = 80;
const shortestParagraph = 100;
const shortestPart = 120;
const shortestLast = 60;
/**
 * How often the letters of a run of short lines a single paragraph has that goes on below it; several have as many. Text
 * goes on below a box with a few titles, a notice stands below a menu.
 */
const weightOfOne = 1.5;

/** Text between runs of short lines. */
interface Part {
  /** From its first line of text to its last. */
  readonly lines: readonly FlowLine[];
  /** The run above it. */
  readonly above: ShortRun | undefined;
}

function partsOf(flows: readonly FlowLine[], runs: readonly ShortRun[]): Part[] {
  const begins = new Map(
    runs.flatMap((run) => run.lines.slice(0, 1).map(({ line }) => [line, run] as const)),
  );
  let above: ShortRun | undefined;
  let own: FlowLine[] = [];
  const parts: Part[] = [];
  const close = (): void => {
    const last = own.findLastIndex(({ flow }) => flow === "text");
    if (last >= 0) parts.push({ lines: own.slice(own.findIndex(isText), last + 1), above });
    own = [];
  };
  for (const each of flows) {
    const run = begins.get(each.line);
    if (run !== undefined) {
      close();
      above = run;
    }
    own.push(each);
  }
  close();
  return parts;
}

const isText = ({ flow }: FlowLine): boolean => flow === "text";

const lettersOf = (lines: readonly FlowLine[]): number =>
  lines.reduce((sum, { line }) => sum + line.length, 0);

/** Whether a part below a run of short lines continues the story: not a notice of the page, nor teasers. */
function isOfStory({ lines, above }: Part, last: ObservedLine | undefined): boolean {
  const texts = lines.slice(0, beforeTeasers(lines, above === undefined)).filter(isText);
  const letters = lettersOf(texts);
  const run = (above?.lines ?? []).filter(({ flow }) => flow !== "page");
  if (run.length === 0) return letters >= shortestPart;
  // Nothing of a page is below it: the lines above it were a list.
  if (above?.kind === "likely" && lines.at(-1)?.line === last) return letters >= shortestLast;
  const weight = texts.length > 1 ? 1 : weightOfOne;
  return letters >= shortestLast && letters >= weight * lettersOf(run);
}
