import type { FlowLine } from "./story-end.ts";

/** A teaser is a sentence or two, a paragraph is longer; both in letters. */
const longestTeaser = 220;
const shortestTitle = 15;
/** A title is a good part of its teaser, a heading a small one of its paragraph. */
const smallestTitle = 0.35;
const fewestTeasers = 2;
/** As a share of the text above them: what is more is a story of short parts. */
const mostTeasers = 2;

/**
 * How many lines of a part of the text stand before the teasers of other stories at its end: titles, each with a
 * sentence below it. Pure.
 *
 * @param lines From the first line of text to the last one.
 * @param isFirst Whether it is the beginning of the story, which is no teaser.
 */
export function beforeTeasers(lines: readonly FlowLine[], isFirst: boolean): number {
  const running = lines.findLastIndex((_, at) => isText(lines[at]) && hasTextBeside(lines, at));
  const kept = Math.max(running + 1, isFirst ? 1 : 0);
  const rest = lines.slice(kept);
  const teasers = rest.filter(isText).map(({ line }) => line.length);
  const titles = rest.filter(({ flow }) => flow === "short").map(({ line }) => line.length);
  const keys = new Set(rest.filter(({ flow }) => flow === "short").map(({ line }) => line.key));
  const above = lines
    .slice(0, kept)
    .filter(isText)
    .map(({ line }) => line.length);
  const areTeasers =
    teasers.length >= fewestTeasers &&
    titles.length >= teasers.length &&
    keys.size === titles.length &&
    sum(teasers) <= mostTeasers * sum(above) &&
    !rest.some(({ flow }) => flow === "other") &&
    sum(teasers) <= longestTeaser * teasers.length &&
    sum(titles) >= smallestTitle * sum(teasers) &&
    sum(titles) >= shortestTitle * titles.length;
  return areTeasers ? kept : lines.length;
}

const isText = (each: FlowLine | undefined): boolean => each?.flow === "text";

const hasTextBeside = (lines: readonly FlowLine[], at: number): boolean =>
  isText(lines[at - 1]) || isText(lines[at + 1]);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
