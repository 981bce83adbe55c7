import { randomUUID } from "node:crypto";
import pLimit from "p-limit";
import { PictureStore } from "./assets/picture-store.ts";
import { PictureSupply } from "./assets/picture-supply.ts";
import { NamesakesOfRun } from "./identity/namesakes-of-run.ts";
import type { ImportOptions } from "./import-options.ts";
import { observeCommits } from "./lake-connection/observe-commits.ts";
import { openConnection } from "./lake-connection/open-connection.ts";
import { keepProfiles } from "./outlets/keep-profiles.ts";
import { learnOutlets, type LearnedOutlet } from "./outlets/learn-outlets.ts";
import { listInputs } from "./read/list-inputs.ts";
import { PackedPictures } from "./read/packed-pictures.ts";
import { readStories } from "./read/read-stories.ts";
import { readingRules } from "./read/reading-rules.ts";
import type { ImportSummary } from "./report/import-summary.ts";
import { RunningSummary } from "./report/running-summary.ts";
import { tellProgress } from "./report/tell-progress.ts";
import { type RunContext, runContext } from "./run-context.ts";
import { noJournal } from "./runs/journal/journal.ts";
import { type FailuresOfRun, failuresOfRun } from "./runs/failures-of-run.ts";
import { recordRun } from "./runs/record-run.ts";
import type { ReadStory } from "./stages.ts";
import { profilesToReadWith } from "./teach/profiles-to-read-with.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import type { ApplyStoriesContext } from "./upsert/apply-stories.ts";
import { DatasetView } from "./upsert/dataset-view.ts";
import { fetchAssetOf } from "./upsert/fetch-stored.ts";
import { FolderSentences } from "./upsert/folder-sentences.ts";
import type { LookUpContext } from "./upsert/look-up-stories.ts";
import { indexInputs } from "./upsert/run-inputs.ts";

/** Everything one import has open and keeps count of. Disposing of it stops what is still under way and closes it. */
export interface Run
  extends RunContext, Omit<LookUpContext, "toWanted">, ApplyStoriesContext, AsyncDisposable {
  /** The stories of its inputs, to be iterated once. Their threads, streams and files close with the run. */
  readonly stories: AsyncIterable<ReadStory>;
  readonly summary: RunningSummary;
  readonly failures: FailuresOfRun;
  /** Completes the run's own record in the dataset, if it has written anything. */
  finish(): Promise<ImportSummary>;
}

/**
 * Opens a run: finds its inputs, and prepares what it reads and writes with. Sends nothing to the lake yet.
 *
 * @throws {ImportError} For an input that does not exist, or a folder without stories.
 */
export async function openRun(options: ImportOptions): Promise<Run> {
  const { client, publish = false, concurrency = 64, journal = noJournal, onCrash } = options;
  const now = options.now ?? (() => new Date());
  const run = { id: options.newRunId?.() ?? randomUUID(), at: now().toISOString() };
  const { inputs, notes } = await listInputs(options.inputs);
  const rules = await readingRules(options.mapping, options.encoding);

  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
  const context = runContext({ ...options, signal });
  const summary = new RunningSummary({ run: run.id, startedAt: run.at, dryRun: context.mode === "dry" }, now);
  for (const note of notes) summary.note(note);
  const failures = failuresOfRun();
  const progress = tellProgress(inputs.length, options.onProgress ?? (() => {}));

  const connection = openConnection(client, context, { ...options, run: run.id });
  const reading = { mapping: options.mapping, encoding: options.encoding, signal };
  /** Of the outlets that the inputs come from, once they have been looked through. */
  let outlets: ReadonlyMap<string, LearnedOutlet> = new Map();
  const recorded = recordRun(
    keepProfiles(connection, run.id, () => outlets.values()),
    run,
  );
  const lake = options.onPlanned ? observeCommits(recorded.lake, options.onPlanned) : recorded.lake;
  const pictures = new PictureSupply({
    store: new PictureStore(lake),
    ...(options.fetchImages ? { fetch: { ...options.fetchFrom, signal } } : {}),
    knownAsset: (url) => fetchAssetOf(lake, url),
  });
  const packedPictures = new PackedPictures(signal);
  const stories = readTold();

  async function* readTold(): AsyncGenerator<ReadStory, void, undefined> {
    const onNote = (note: ImportSummary["notes"][number]): void => summary.note(note);
    const { stdin } = options;
    if (options.outlets !== false)
      outlets =
        (await unlessInterrupted(
          learnOutlets(inputs, {
            ...reading,
            journal,
            fetchProfiles: (keys) => profilesToReadWith(connection, keys),
          }),
        )) ?? outlets;
    for await (const story of readStories(inputs, {
      ...reading,
      packedPictures,
      readingOf: (key) => outlets.get(key)?.reading,
      stdin,
      onNote,
      onCrash,
      recall: { journal, rules },
    })) {
      progress.read(story);
      yield story;
    }
    if (signal.aborted) summary.interrupt();
  }

  const view = new DatasetView(lake);
  const indexed = indexInputs(inputs, reading);
  return {
    ...context,
    run,
    lake,
    view,
    journal,
    rules,
    publish,
    pictures,
    inputs: indexed,
    folders: new FolderSentences(lake, view, indexed),
    namesakes: new NamesakesOfRun(),
    concurrency,
    inTurn: pLimit(1),
    stories,
    summary,
    failures,
    onDone: progress.upserted,
    onCrash,
    stop: () => stopping.abort(),
    async finish() {
      const final = summary.get();
      const { finishedAt, counts } = final;
      const listed = failures.get();
      await recorded.finish({ finishedAt, counts, ...(listed.length > 0 && { failures: listed }) });
      return final;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await stories.return();
      await packedPictures[Symbol.asyncDispose]();
    },
  };
}
