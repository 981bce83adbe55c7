import { labelKindsOf } from "../lexicons/labels.ts";
import { withAsciiDigits } from "../phrases/dates/ascii-digits.ts";
import { endsWithPunctuation } from "../phrases/line-shape.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { FlowLine, ShortRun } from "./story-end.ts";

const fewestLines = 3;
/** Of lines that are known to be of the page. */
const fewestPageLines = 2;

/** Finds the runs of short lines, below the first line of text, that are no list, verse or table of the story. Pure. */
export function findShortRuns(flows: readonly FlowLine[]): ShortRun[] {
  const runs: ShortRun[] = [];
  const recurring = recurringIn(flows);
  const first = flows.findIndex(({ flow }) => flow === "text");
  for (let at = first < 0 ? flows.length : first; at < flows.length;) {
    let end = at;
    while (isShort(flows[end])) end += 1;
    // A date right below the text may be that of the story.
    while (at < end && flows[at]?.flow === "time") at += 1;
    at += storyLines(flows.slice(at, end), flows[at - 1]?.line);
    const lines = flows.slice(at, end);
    const heading = headingIn(lines, flows[end]);
    const kind = kindOf(heading === undefined ? lines : lines.slice(0, -1), recurring);
    if (kind !== undefined) runs.push({ lines, kind, heading });
    at = end + 1;
  }
  return runs;
}

/** A line that is much shorter than the titles above it, and right above text, is the heading of that text. */
function headingIn(lines: readonly FlowLine[], below: FlowLine | undefined): FlowLine | undefined {
  const [last, ...others] = lines.filter(({ flow }) => flow === "short").toReversed();
  if (last === undefined || last !== lines.at(-1) || below?.flow !== "text") return undefined;
  const letters = others.reduce((sum, { line }) => sum + line.length, 0);
  return last.line.length <= longestHeading * (letters / others.length) ? last : undefined;
}

/** As a share of the length of titles. */
const longestHeading = 0.6;

const isShort = (each: FlowLine | undefined): boolean =>
  each !== undefined && each.flow !== "text" && each.flow !== "other";

/** The keys of lines of a few words that stand more than once. */
function recurringIn(flows: readonly FlowLine[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { line, flow } of flows) {
    if (flow !== "short" || line.words < fewestWords) continue;
    (once.has(line.key) ? again : once).add(line.key);
  }
  return again;
}

/** Fewer may recur in any list. */
const fewestWords = 3;

/** "Skip most read", "Most read", …, "End of most read": a heading that the lines around its box name. */
function isFramed(lines: readonly FlowLine[]): boolean {
  const keys = lines.map(({ line }) => line.key);
  return keys.some(
    (key) =>
      key.length >= 5 && keys.filter((other) => other.length > key.length && other.includes(key)).length >= 2,
  );
}

function kindOf(lines: readonly FlowLine[], recurring: ReadonlySet<string>): ShortRun["kind"] | undefined {
  const isManyOfPage = lines.filter(({ flow }) => flow === "page").length >= fewestPageLines;
  if (!isManyOfPage && lines.length < fewestLines) return undefined;
  const hasTimes = lines.some(({ flow }) => flow === "time");
  const isProven =
    lines.some(({ line }) => leadsToTitles(line) || recurring.has(line.key)) || isFramed(lines);
  return isManyOfPage || hasTimes || isProven ? "proven" : "likely";
}

/** "Read also" or "Related", alone or as a label. */
const leadsToTitles = ({ label, key }: ObservedLine): boolean =>
  label?.kinds.has("related") === true || labelKindsOf(key).has("related");

/**
 * How many lines, from the first on, are a list that the line above announces, lines of a poem, or a table in which most
 * lines have a number.
 */
function storyLines(lines: readonly FlowLine[], above: ObservedLine | undefined): number {
  const page = lines.findIndex(({ flow }) => flow === "page");
  const rows = page < 0 ? lines : lines.slice(0, page);
  if (above !== undefined && /[:：]\s*$/u.test(above.text)) return rows.length;
  const unfinished = rows.filter(({ line }) => endsWithPunctuation(line.text));
  if (unfinished.length > rows.length / 3) return rows.length;
  const count = tableRows(rows);
  return count < fewestLines || isCounted(rows.slice(0, count)) ? 0 : count;
}

/** How many lines, from the first on, are rows of a table or its cells. Titles alternate with their times instead. */
function tableRows(rows: readonly FlowLine[]): number {
  const found = { pairs: 0, cells: 0, numbers: 0, hasTwo: false };
  let count = 0;
  for (const [at, row] of rows.entries()) {
    const isValued = hasNumber(row);
    found.pairs += pair.test(row.line.text) ? 1 : 0;
    found.cells += isCell(row) ? 1 : 0;
    found.numbers += isValued ? 1 : 0;
    found.hasTwo ||= isValued && hasNumber(rows[at - 1]);
    const isTable =
      found.pairs >= 0.5 * (at + 1) ||
      found.cells >= 0.4 * (at + 1) ||
      (found.hasTwo && found.numbers >= 0.5 * (at + 1));
    if (isTable && (isValued || pair.test(row.line.text))) count = at + 1;
  }
  return count;
}

/** Whether the lines are numbered from one on, as the titles that were read most are. */
function isCounted(rows: readonly FlowLine[]): boolean {
  const numbers = rows.filter(isCell).map(({ line }) => parseInt(withAsciiDigits(line.text), 10));
  return numbers.length >= 2 && numbers.every((each, at) => each === at + 1);
}

const hasNumber = (row: FlowLine | undefined): boolean => row !== undefined && /\p{N}/u.test(row.line.text);

/** A number alone, in a table with a cell on each line. */
const isCell = ({ line, flow }: FlowLine): boolean =>
  flow === "short" && /^[\p{N}\s.,:%+–—-]{1,12}$/u.test(line.text);

/** A name and what belongs to it. */
const pair = /^(?=[^:：]*\p{L})[^:：]{1,45}[:：]\s?\S/u;
