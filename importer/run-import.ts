import { randomUUID } from "node:crypto";
import pLimit from "p-limit";
import { batchStories } from "./batch-stories.ts";
import { transformStory } from "./parse-inputs.ts";
import { listInputs, type ListedInput } from "./read/list-inputs.ts";
import { contentHashOf, readStories } from "./read/read-stories.ts";
import { makeReport } from "./report/make-report.ts";
import type { ImportOptions, ImportReport, StoryResult, TransformedStory } from "./stages.ts";
import { recordRun } from "./runs/record-run.ts";
import { applyBatch, interrupted } from "./upsert/apply-batch.ts";
import { connectLake } from "./upsert/connect-lake.ts";
import { observeCommits } from "./upsert/observe-commits.ts";
import { DatasetView } from "./upsert/dataset-view.ts";
import { groupCommits } from "./upsert/group-commits.ts";

/**
 * Imports stories: reads, parses, transforms, plans and writes them, and reports on every one.
 *
 * Idempotent: a second import of the same inputs sends no mutation. Each story is written whole or not at all,
 * and a run that was stopped is completed by running it again. Documents that an editor has
 * touched are left alone. Bad content never throws: it is in the report.
 *
 * @throws {ImportError} When the operator must act: an input that does not exist, a folder without stories, a
 *   refused token, a lake that cannot be reached. If stories were done by then, the error carries their report.
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const {
    client,
    dryRun = false,
    publish = false,
    concurrency = 32,
    signal,
    onProgress = () => {},
  } = options;
  const now = options.now ?? (() => new Date());
  const startedAt = now();
  const run = { id: options.newRunId?.() ?? randomUUID(), at: startedAt.toISOString() };
  const { inputs: listed, notes } = await listInputs(options.inputs);
  const inputs = listed.toSorted(byPath);
  const total = inputs.length;
  const stories: StoryResult[] = [];
  let written = 0;
  const report = (isCutShort: boolean): ImportReport =>
    makeReport({
      run: run.id,
      startedAt,
      finishedAt: now(),
      dryRun,
      interrupted: isCutShort,
      stories,
      notes,
    });

  async function* transformed(): AsyncGenerator<TransformedStory> {
    let done = 0;
    for await (const read of readStories(inputs, options)) {
      const story = transformStory(read);
      onProgress({ stage: "read", done: ++done, total, input: inputOf(story) });
      yield story;
    }
  }

  const connection = connectLake(client, {
    dryRun,
    signal,
    pause: options.pause,
    mutationsPerSecond: options.mutationsPerSecond,
  });
  const { lake, finish } = dryRun
    ? { lake: observeCommits(connection, options.onPlanned ?? (() => {})), finish: async () => {} }
    : recordRun(connection, run);
  const view = await DatasetView.open(lake, (input, hash) => isReplaced(inputs, input, hash));
  // A dry run is told story by story.
  const grouped = dryRun ? lake : groupCommits(lake);
  const inTurn = pLimit(1);
  const onDone = ({ input }: StoryResult): void =>
    onProgress({ stage: "upsert", done: ++written, total, input });
  for await (const batch of batchStories(transformed())) {
    const { results, error } = await applyBatch(
      batch,
      { lake: grouped, view, publish, run, inTurn },
      { concurrency, signal, onDone },
    );
    stories.push(...results);
    if (error !== undefined) throw error.withReport(report(true));
  }
  const final = report(stories.length < total || stories.some(({ reason }) => reason === interrupted));
  await finish({ finishedAt: final.finishedAt, counts: final.counts });
  return final;
}

/** The same files give the same result whatever order they are named in: the first to want a slug gets it. */
const byPath = (a: ListedInput, b: ListedInput): number => {
  const [first, second] = [a, b].map((input) => (input.kind === "file" ? input.relativePath : ""));
  return first === second ? 0 : String(first) < String(second) ? -1 : 1;
};

const inputOf = (story: TransformedStory): string =>
  story.kind === "wanted" ? story.origin.input : story.input;

/**
 * Whether the input of an earlier import is in this run with another text: it has got a successor then, and a
 * story with its old text is a story of its own.
 */
async function isReplaced(
  inputs: readonly ListedInput[],
  path: string,
  contentHash: string,
): Promise<boolean> {
  const successor = inputs.find((input) => input.kind === "file" && input.relativePath === path);
  return successor !== undefined && (await contentHashOf(successor)) !== contentHash;
}
