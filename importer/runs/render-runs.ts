import type { ImportRun } from "../../schemas/index.ts";
import { shownText } from "../shown-text.ts";
import type { RunDetails } from "./list-runs.ts";
import type { KeptValue } from "./undo/undo-plan.ts";
import type { UndoReport } from "./undo/undo-run.ts";

/** Renders the list of runs, one line each. Pure. */
export const renderRuns = (runs: readonly ImportRun[]): string =>
  runs.length === 0 ? "No run has written anything yet." : runs.map(renderRun).join("\n");

function renderRun({ run, startedAt, finishedAt, undoneAt, taught, counts = {} }: ImportRun): string {
  const state = undoneAt !== undefined ? "undone" : finishedAt === undefined ? "not finished" : "finished";
  const told = Object.entries(counts).flatMap(([name, count]) =>
    count !== undefined && count > 0 ? [`${count} ${name}`] : [],
  );
  const why = taught === undefined ? [] : [`taught: ${shownText(taught)}`];
  return [shownText(run), startedAt, state, told.join(", "), ...why].join("  ").trimEnd();
}

/** Renders one run: the line of the list, then what it wrote for each story. Pure. */
export const renderRunDetails = ({ run, stories }: RunDetails): string =>
  [
    renderRun(run),
    ...stories.map(({ input, changes }) =>
      [shownText(input), ...changes.map(({ kind, id }) => `  ${kind} ${shownText(id)}`)].join("\n"),
    ),
  ].join("\n\n");

/** Renders what an undo did, and everything that it kept. Pure. */
export function renderUndo({ dryRun, interrupted, stories, sources }: UndoReport): string {
  const restored = [...stories, sources].reduce((count, part) => count + part.restored.length, 0);
  const kept = [
    ...stories.flatMap((story) =>
      story.kept.map((value) => `  ${shownText(story.input)}: ${renderKept(value)}`),
    ),
    ...sources.kept.map((value) => `  ${renderKept(value)}`),
  ];
  return [
    ...(dryRun ? ["Dry run: nothing was written. This is what an undo would do."] : []),
    ...(interrupted ? ["Interrupted: run the undo again to complete it."] : []),
    `Undone: ${restored} ${restored === 1 ? "document" : "documents"} in ${stories.length} ${stories.length === 1 ? "story" : "stories"}`,
    ...(kept.length === 0 ? [] : [["Kept", ...kept].join("\n")]),
  ].join("\n\n");
}

const renderKept = ({ id, path, why }: KeptValue): string =>
  shownText(`${path === undefined ? id : `${id} ${path}`}: ${why}`);
