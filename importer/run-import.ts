import { ImportError } from "./import-error.ts";
import type { ImportOptions } from "./import-options.ts";
import { type Run, openRun } from "./open-run.ts";
import { parseStory } from "./parse/parse-story.ts";
import { oneAhead } from "./read/ahead.ts";
import { batchesOf } from "./read/batches-of.ts";
import type { ImportReport } from "./report/import-report.ts";
import type { ImportSummary } from "./report/import-summary.ts";
import type { StoryResult, StoryText, TransformedStory } from "./stages.ts";
import { toDocuments } from "./transform/to-documents.ts";
import { applyStories } from "./upsert/apply-stories.ts";
import { type LookedUp, lookUpStories } from "./upsert/look-up-stories.ts";

/**
 * Imports stories: reads, parses, transforms, plans and writes them, and reports on every one.
 *
 * Idempotent: a second import of the same inputs sends no mutation. Each story is written whole or not at all, and a
 * run that was stopped is completed by running it again. Documents that an editor has touched are left alone. Bad
 * content never throws: it is in the report.
 *
 * @throws {ImportError} When the operator must act: an input that does not exist, a folder without stories, a refused
 *   token, a lake that cannot be reached; or `crashed`, with the cause, when the program fails. If stories were done by
 *   then, the error has their counts.
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const stories: StoryResult[] = [];
  const summary = await importStories(options, (story) => void stories.push(story));
  return {
    ...summary,
    stories,
    problems: stories.flatMap(({ input, problems }) => problems.map((problem) => ({ ...problem, input }))),
  };
}

/**
 * Like {@link runImport}, in memory that does not grow with the stories: each result is passed on and not kept.
 *
 * @param onStory Called once for every story, in the order of the inputs, and awaited.
 */
export async function importStories(
  options: ImportOptions,
  onStory: (result: StoryResult) => void | Promise<void>,
): Promise<ImportSummary> {
  await using run = await openRun(options);
  const results = throughStages(run);
  try {
    for (;;) {
      const { done, value: result } = await results.next().catch((error: unknown) => {
        throw toRunError(error, run);
      });
      if (done) break;
      // report
      run.summary.add(result);
      run.failures.add(result);
      await onStory(result);
    }
  } finally {
    await results.return();
  }
  return await run.finish();
}

/** The error of a run that had to stop, with the account of what was done before it. */
function toRunError(cause: unknown, { summary }: Run): ImportError {
  const error =
    cause instanceof ImportError
      ? cause
      : new ImportError("crashed", `Cannot finish the import: ${messageOf(cause)}`, {
          hint: "Import again: what is done stays done. If it fails again, report it with the file that has the details.",
          cause,
        });
  if (!summary.isBegun) return error;
  summary.interrupt();
  return error.withReport(summary.get());
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `the program failed (${error.name}: ${error.message})` : String(error);

/** Takes each story through the stages, in order, to its result. */
async function* throughStages(run: Run): AsyncGenerator<StoryResult, void, undefined> {
  // read: stories, and where they came from
  const batches = batchesOf(run.stories);
  // parse, transform: the documents that a story should become, and what the dataset has for it. The next stories are
  // read and looked up while the last ones are being written.
  const lookedUp = oneAhead(lookUp(batches, run));
  // plan, upsert: what has to change, in one transaction per story
  yield* applyStories(lookedUp, run);
}

/** Looks up stories in the dataset; unchanged ones are neither parsed nor transformed. */
async function* lookUp(
  batches: ReturnType<typeof batchesOf>,
  run: Run,
): AsyncGenerator<readonly LookedUp[], void, undefined> {
  for await (const batch of batches) yield await lookUpStories(batch, { ...run, toWanted });
}

function toWanted(story: StoryText): TransformedStory {
  const parsed = parseStory(story);
  return toDocuments(story, parsed);
}
