import type { ImportReport } from "../stages.ts";

const problemsShown = 20;

/** Renders a report as text: the counts, then the problems by kind, the first twenty of each. Pure. */
export function renderReport(report: ImportReport): string {
  return [
    titleOf(report),
    renderCounts(report),
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

function renderProblems(problems: ImportReport["problems"]): string[] {
  const groups = Map.groupBy(problems, ({ code }) => code);
  return [...groups].map(([code, group]) => {
    const lines = group.slice(0, problemsShown).map(({ input, line, message }) => {
      return `  ${input}${line === undefined ? "" : `:${line}`}: ${message}`;
    });
    const more = group.length - problemsShown;
    return [
      `${code} (${group.length}). ${group[0]?.hint ?? ""}`,
      ...lines,
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ].join("\n");
  });
}
