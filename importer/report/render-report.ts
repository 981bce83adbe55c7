import { leftOutReasons, type LeftOutPiece, type Problem } from "../../schemas/index.ts";
import { rankOfProblem } from "../problems.ts";
import { shownText } from "../shown-text.ts";
import type { StoryResult } from "../stages.ts";
import type { ImportReport } from "./import-report.ts";
import type { ImportSummary } from "./import-summary.ts";
import { renderNote } from "./render-note.ts";
import type { ReportOptions } from "./report-options.ts";
import type { ReportRenderer } from "./report-renderer.ts";
import { studioAddressOf } from "./studio-address.ts";

/** How many entries of each list are shown; the report itself has them all. */
const shown = 20;

/** Characters shown of a piece that was left out. */
const longestPiece = 80;

/** A list of which only the first entries are kept. */
interface CutList {
  readonly items: string[];
  count: number;
}

/**
 * Renders a report as text: the counts, what a dry run would change, then the problems by kind, and what is in no
 * document.
 */
export function textReport(options: ReportOptions = {}): ReportRenderer {
  const changed: CutList = { items: [], count: 0 };
  const leftOut: CutList = { items: [], count: 0 };
  let minor = 0;
  const problems = new Map<string, CutList & { readonly hint: string }>();
  const add = (list: CutList, item: () => string): void => {
    if (list.items.length < shown) list.items.push(item());
    list.count += 1;
  };
  return {
    story(result) {
      if (result.changes.length > 0) add(changed, () => renderStory(result));
      for (const piece of result.leftOut ?? []) {
        if (leftOutReasons[piece.reason].isMinor) minor += 1;
        else add(leftOut, () => renderLeftOut(piece, result));
      }
      for (const problem of result.problems) {
        const known = problems.get(problem.code);
        const group = known ?? { items: [], count: 0, hint: problem.hint };
        if (known === undefined) problems.set(problem.code, group);
        add(group, () => renderProblem(problem, result, options));
      }
      return "";
    },
    end(summary) {
      const parts = [
        titleOf(summary),
        renderCounts(summary),
        ...(summary.dryRun && changed.count > 0 ? [renderList("Would change", changed)] : []),
        ...Array.from(problems)
          .toSorted(([code], [other]) => rankOfProblem(code) - rankOfProblem(other))
          .map(([code, group]) => renderList(`${code} (${group.count}). ${group.hint}`, group)),
        ...(leftOut.count > 0 ? [renderList("In none of the documents", leftOut)] : []),
        ...(minor > 0
          ? [
              `Left out besides: ${minor} ${minor === 1 ? "piece" : "pieces"} of pages, labels and repetitions. --json and Studio list them.`,
            ]
          : []),
        ...notesOf(summary),
        renderRun(summary),
      ];
      return `${parts.join("\n\n")}\n`;
    },
  };
}

/** Renders a finished report as text. Pure. */
export function renderReport(report: ImportReport, options: Pick<ReportOptions, "studioUrl"> = {}): string {
  const renderer = textReport({ ...options, dryRun: report.dryRun });
  for (const story of report.stories) renderer.story(story);
  return renderer.end(report);
}

function titleOf({ dryRun, interrupted }: ImportSummary): string {
  const title = dryRun ? "Dry run: nothing was written. This is what an import would do." : "Import";
  return interrupted ? `${title}\nInterrupted: the remaining stories were not read.` : title;
}

function renderCounts({ counts }: ImportSummary): string {
  const columns = Object.entries(counts).map(([name, count]) => {
    const width = Math.max(name.length, String(count).length);
    return [name.padStart(width), String(count).padStart(width)];
  });
  return [0, 1].map((row) => columns.map((column) => column[row]).join("  ")).join("\n");
}

function notesOf({ notes }: ImportSummary): string[] {
  const more = notes.length - shown;
  return [
    ...notes.slice(0, shown).map(renderNote),
    ...(more > 0 ? [`… and ${more} more ${more === 1 ? "note" : "notes"}`] : []),
  ];
}

/** What the run is called, and what can be done with it: a run that wrote nothing is nowhere. */
function renderRun({ run, dryRun, counts }: ImportSummary): string {
  const written = counts.created + counts.updated + counts.merged + counts.suggested;
  const name = shownText(run);
  return dryRun || written === 0
    ? `Run ${name}`
    : `Run ${name}\n  See what it wrote: copydesk runs show ${name}\n  Take it back: copydesk undo ${name}`;
}

const renderStory = ({ input, changes }: StoryResult): string =>
  [shownText(input), ...changes.map(({ kind, id }) => `    ${kind} ${id}`)].join("\n");

function renderProblem(problem: Problem, result: StoryResult, options: ReportOptions): string {
  const { line, message, documentId } = problem;
  const place = line === undefined ? result.input : `${result.input}:${line}`;
  const about = documentId === undefined ? "" : ` (${documentId})`;
  const address = studioAddressOf(problem, result, options);
  return `${shownText(`${place}: ${message}${about}`)}${address === undefined ? "" : `\n    ${address}`}`;
}

function renderLeftOut(
  { lines, place, text, address, reason }: LeftOutPiece,
  { input }: StoryResult,
): string {
  const where =
    lines === undefined ? [input, place].filter((part) => part).join(": ") : `${input}:${lines[0]}`;
  const what = text === "" ? (address ?? "") : text;
  const short = what.length > longestPiece ? `${what.slice(0, longestPiece - 1)}…` : what;
  return shownText(`${where}: ${leftOutReasons[reason].title}: "${short}"`);
}

function renderList(title: string, { items, count }: CutList): string {
  const more = count - items.length;
  const lines = items.map((item) => `  ${item}`);
  return [title, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join("\n");
}
