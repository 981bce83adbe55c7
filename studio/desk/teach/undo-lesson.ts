import type { Refusal } from "../acts/act.ts";
import { askImporter } from "../importer/ask-importer.ts";
import { failureError, isFailure } from "../importer/ask-job.ts";

/**
 * Takes back what was taught with a run. `moved` if something that it has changed is no longer so.
 *
 * @throws {Error} Why it could not be taken back.
 */
export async function undoLesson(run: string, origin: string): Promise<{ readonly kind: "done" } | Refusal> {
  const { signal } = new AbortController();
  const outcome = await askImporter({ kind: "undo", run }, { origin, signal, onProgress: () => {} });
  if (isFailure(outcome)) throw failureError(outcome);
  return outcome.kind === "undone" && outcome.kept > 0 ? { kind: "moved" } : { kind: "done" };
}
