import type { ImportReport, StoryResult } from "../stages.ts";

const shown = 20;

/**
 * Renders a report as text: the counts, what a dry run would change, then the problems by kind. Pure. Of each list
 * the first twenty are shown; the report itself has them all.
 */
export function renderReport(report: ImportReport): string {
  return [
    titleOf(report),
    renderCounts(report),
    ...(report.dryRun ? renderChanges(report.stories) : []),
    ...renderProblems(report.problems),
    ...report.notes.map(({ input, message }) => `Note: ${input}: ${message}`),
  ].join("\n\n");
}

function titleOf({ dryRun, interrupted }: ReportTitle): string {
  const title = dryRun ? "Dry run: nothing was written. This is what an import would do." : "Import";
  return interrupted ? `${title}\nInterrupted: the stories after these were not read.` : title;
}

type ReportTitle = Pick<ImportReport, "dryRun" | "interrupted">;

function renderCounts({ counts }: ImportReport): string {
  const columns = Object.entries(counts).map(([name, count]) => {
    const width = Math.max(name.length, String(count).length);
    return [name.padStart(width), String(count).padStart(width)];
  });
  return [0, 1].map((row) => columns.map((column) => column[row]).join("  ")).join("\n");
}

function renderChanges(stories: readonly StoryResult[]): string[] {
  const changed = stories.filter(({ changes }) => changes.length > 0);
  return changed.length === 0 ? [] : [renderList("Would change", changed.map(renderStory))];
}

const renderStory = ({ input, changes }: StoryResult): string =>
  [input, ...changes.map(({ kind, id }) => `    ${kind} ${id}`)].join("\n");

function renderProblems(problems: ImportReport["problems"]): string[] {
  const groups = Map.groupBy(problems, ({ code }) => code);
  return [...groups].map(([code, group]) => {
    const title = `${code} (${group.length}). ${group[0]?.hint ?? ""}`;
    return renderList(
      title,
      group.map(({ input, line, message, documentId }) => {
        const place = line === undefined ? input : `${input}:${line}`;
        return documentId === undefined ? `${place}: ${message}` : `${place}: ${message} (${documentId})`;
      }),
    );
  });
}

function renderList(title: string, items: readonly string[]): string {
  const more = items.length - shown;
  const lines = items.slice(0, shown).map((item) => `  ${item}`);
  return [title, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join("\n");
}
