import type { UndoReport } from "../../importer/index.ts";

/** How many stories that keep something are named: a page shows them all. */
const mostNamed = 100;

/** What an undo did, or would do, as short as a page needs it, however many stories the run wrote. */
export interface UndoAnswer {
  readonly kind: "undone";
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  /** Stories of which everything was taken back. */
  readonly whole: number;
  /** Stories, and sources of no single story, of which something stays. */
  readonly kept: number;
  /** The first of these, each with every reason once. */
  readonly named: readonly { readonly name: string; readonly why: readonly string[] }[];
}

/** Sums an undo up. Pure. */
export function undoAnswer({ dryRun, interrupted, stories, sources }: UndoReport): UndoAnswer {
  const keeping = stories.filter(({ kept }) => kept.length > 0);
  const all = [
    ...keeping.map(({ input, kept }) => ({ name: input, why: kept.map(({ why }) => why) })),
    ...sources.kept.map(({ id, why }) => ({ name: id, why: [why] })),
  ];
  return {
    kind: "undone",
    dryRun,
    interrupted,
    whole: stories.length - keeping.length,
    kept: all.length,
    named: all.slice(0, mostNamed).map(({ name, why }) => ({ name, why: [...new Set(why)] })),
  };
}
