import { randomUUID } from "node:crypto";
import pLimit from "p-limit";
import { PictureStore } from "./assets/picture-store.ts";
import { PictureSupply } from "./assets/picture-supply.ts";
import { ImportError } from "./import-error.ts";
import { noJournal } from "./runs/journal/journal.ts";
import { batchesOf } from "./read/batches-of.ts";
import { listInputs } from "./read/list-inputs.ts";
import { oneAhead } from "./read/ahead.ts";
import { readStories } from "./read/read-stories.ts";
import { readingRules } from "./read/reading-rules.ts";
import { countOutcomes } from "./report/count-outcomes.ts";
import { recordRun } from "./runs/record-run.ts";
import type { ImportOptions, ImportReport, ImportSummary, ReadStory, StoryResult } from "./stages.ts";
import { interrupted, storyApplier } from "./upsert/apply-stories.ts";
import { connectLake } from "./lake-connection/connect-lake.ts";
import { DatasetView } from "./upsert/dataset-view.ts";
import { fetchAssetOf } from "./upsert/fetch-stored.ts";
import { groupCommits } from "./lake-connection/group-commits.ts";
import { lookUpStories, type LookedUp } from "./upsert/look-up-stories.ts";
import { observeCommits } from "./lake-connection/observe-commits.ts";
import { indexInputs } from "./upsert/run-inputs.ts";

/**
 * Imports stories: reads, parses, transforms, plans and writes them, and reports on every one.
 *
 * Idempotent: a second import of the same inputs sends no mutation. Each story is written whole or not at all,
 * and a run that was stopped is completed by running it again. Documents that an editor has
 * touched are left alone. Bad content never throws: it is in the report.
 *
 * @throws {ImportError} When the operator must act: an input that does not exist, a folder without stories, a
 *   refused token, a lake that cannot be reached. If stories were done by then, the error carries their counts.
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
 * As {@link runImport}, in memory that does not grow with the stories: each result is handed over and forgotten.
 *
 * @param onStory Called once for every story, in the order of the inputs, and waited for.
 */
export async function importStories(
  options: ImportOptions,
  onStory: (result: StoryResult) => void | Promise<void>,
): Promise<ImportSummary> {
  const {
    client,
    dryRun = false,
    publish = false,
    concurrency = 64,
    signal,
    onProgress = () => {},
  } = options;
  const now = options.now ?? (() => new Date());
  const startedAt = now();
  const run = { id: options.newRunId?.() ?? randomUUID(), at: startedAt.toISOString() };
  const { inputs, notes } = await listInputs(options.inputs);
  const rules = await readingRules(options.mapping);
  const journal = options.journal ?? noJournal;
  // One story an input, until one of them turns out to hold many.
  let total: number | undefined = inputs.length;
  const counts = countOutcomes();
  const summary = (isCutShort: boolean): ImportSummary => ({
    run: run.id,
    startedAt: run.at,
    finishedAt: now().toISOString(),
    dryRun,
    interrupted: isCutShort || wasInterrupted,
    counts: counts.get(),
    notes,
  });
  let wasInterrupted = false;
  const settle = async (result: StoryResult): Promise<void> => {
    counts.add(result);
    if (result.reason === interrupted) wasInterrupted = true;
    await onStory(result);
  };

  const connection = connectLake(client, {
    dryRun,
    signal,
    pause: options.pause,
    mutationsPerSecond: options.mutationsPerSecond,
  });
  const { lake, finish } = dryRun
    ? { lake: observeCommits(connection, options.onPlanned ?? (() => {})), finish: async () => {} }
    : recordRun(connection, run);
  const view = new DatasetView(lake);
  // A dry run is told story by story.
  const grouped = dryRun ? lake : groupCommits(lake);
  const context = { lake: grouped, view, journal, rules, publish, dryRun, run, inTurn: pLimit(1) };
  const pictures = new PictureSupply({
    store: new PictureStore(client, { dryRun }),
    ...(options.fetchImages ? { fetch: signal ? { signal } : {} } : {}),
    knownAsset: (url) => fetchAssetOf(lake, url),
  });
  let done = 0;
  const applier = storyApplier(context, {
    concurrency,
    signal,
    onDone: ({ input }) => onProgress({ stage: "upsert", done: ++done, total, input }),
  });

  async function* read(): AsyncGenerator<ReadStory> {
    let read = 0;
    for await (const story of readStories(inputs, {
      ...options,
      onNote: (note) => void notes.push(note),
      recall: { journal, rules },
    })) {
      if (isOneOfMany(story)) total = undefined;
      onProgress({ stage: "read", done: ++read, total, input: inputOf(story) });
      yield story;
    }
    wasInterrupted ||= signal?.aborted === true;
  }
  async function* lookedUp(): AsyncGenerator<readonly LookedUp[]> {
    const runInputs = indexInputs(inputs);
    for await (const batch of batchesOf(read())) {
      yield await lookUpStories(batch, { ...context, inputs: runInputs, pictures });
    }
  }

  const underWay: Promise<StoryResult>[] = [];
  try {
    // The next stories are read and looked up while the last ones are being written.
    for await (const batch of oneAhead(lookedUp())) {
      underWay.push(...batch.map((story) => applier.apply(story)));
      while (underWay.length > 2 * concurrency) await settleFirst();
      if (applier.error !== undefined) break;
    }
  } catch (error) {
    await settleAll();
    throw error instanceof ImportError && counts.get().read > 0 ? error.withReport(summary(true)) : error;
  }
  await settleAll();
  if (applier.error !== undefined) throw applier.error.withReport(summary(true));
  const final = summary(false);
  await finish({ finishedAt: final.finishedAt, counts: final.counts });
  return final;

  async function settleFirst(): Promise<void> {
    const first = await underWay.shift();
    if (first !== undefined) await settle(first);
  }
  async function settleAll(): Promise<void> {
    while (underWay.length > 0) await settleFirst();
  }
}

const inputOf = (story: ReadStory): string => (story.kind === "unusable" ? story.input : story.origin.input);

/** Whether a story was found in an archive, or in a file of many. */
const isOneOfMany = (story: ReadStory): boolean =>
  story.kind !== "unusable" && /[#!]/.test(story.origin.place ?? "");
