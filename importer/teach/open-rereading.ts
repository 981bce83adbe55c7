import type { SanityClient } from "@sanity/client";
import pLimit from "p-limit";
import { type ToldLine, keyOfArticle } from "../../schemas/index.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import type { OutletReading } from "../parse/outlet-reading.ts";
import { parseStory } from "../parse/parse-story.ts";
import { readingRules } from "../read/reading-rules.ts";
import { RunningSummary } from "../report/running-summary.ts";
import { runContext } from "../run-context.ts";
import { noJournal } from "../runs/journal/journal.ts";
import { recordRun } from "../runs/record-run.ts";
import type { StoryResult } from "../stages.ts";
import { toDocuments } from "../transform/to-documents.ts";
import { outcomeWithout } from "../problems.ts";
import { applyStory } from "../upsert/apply-story.ts";
import { DatasetView } from "../upsert/dataset-view.ts";
import { fetchStored } from "../upsert/fetch-stored.ts";
import type { RecordedStory } from "./recorded-story.ts";
import { storyOfRecord } from "./story-of-record.ts";

export interface RereadingOptions {
  readonly client: SanityClient;
  /** The run as which stories are read again: undoing it gives back what they were. */
  readonly run: string;
  /** What is taught, for the record of the run. */
  readonly taught: string;
  /** Sends nothing; results tell what would be written. */
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly now?: (() => Date) | undefined;
}

/** What is read into a story anew. */
interface Lessons {
  /** What is known of its outlet. */
  readonly reading: OutletReading | undefined;
  /** What editors say of its lines; default: what its record has. */
  readonly told?: readonly ToldLine[];
}

/** Stories that were imported, while they are read again because of what was taught. */
export interface Rereading {
  readonly lake: LakeConnection;
  /** Reads a story again from its record, and merges the result; `undefined` for one of a format with structure. */
  read(record: RecordedStory, lessons: Lessons): Promise<StoryResult | undefined>;
  /** Completes the record of the run, if anything was written. */
  finish(): Promise<void>;
}

/**
 * Opens a run that reads stories again which are in the dataset, through the importer's own merge: no editor's change is
 * overwritten, and the run can be undone as any other.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function openRereading(options: RereadingOptions): Promise<Rereading> {
  const { client, taught, now = () => new Date() } = options;
  const context = runContext(options);
  const run = { id: options.run, at: now().toISOString(), taught };
  const recorded = recordRun(openConnection(client, context, { run: run.id }), run);
  const view = new DatasetView(recorded.lake);
  const rules = await readingRules();
  await view.loadSources();
  const summary = new RunningSummary({ run: run.id, startedAt: run.at, dryRun: context.mode === "dry" }, now);
  const applying = {
    ...{ lake: recorded.lake, view, rules, run },
    ...{ journal: noJournal, publish: false, inTurn: pLimit(1) },
  };

  async function readAgain(
    record: RecordedStory,
    { reading, told }: Lessons,
  ): Promise<StoryResult | undefined> {
    const read = storyOfRecord(record, reading, told);
    if (read === undefined) return undefined;
    const made = toDocuments(read, parseStory(read), keyOfArticle(record.article._ref));
    if (made.kind !== "wanted") {
      const { kind: _, ...rejected } = made;
      return { ...rejected, outcome: outcomeWithout(rejected.problems), changes: [] };
    }
    const stored = (await fetchStored(recorded.lake, [made])).get(made);
    if (stored === undefined) throw new Error(`BUG: the story "${record.input}" was not looked up`);
    return applyStory(made, stored, applying);
  }

  return {
    lake: recorded.lake,
    async read(record, lessons) {
      const result = await readAgain(record, lessons);
      if (result !== undefined) summary.add(result);
      return result;
    },
    async finish() {
      const { finishedAt, counts } = summary.get();
      await recorded.finish({ finishedAt, counts });
    },
  };
}
