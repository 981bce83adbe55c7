import type { SanityClient } from "@sanity/client";
import type { ImportRun } from "../../schemas/index.ts";
import { valuesOf } from "../dataset/run-history.ts";
import { ImportError } from "../import-error.ts";
import { fetchDocuments } from "../lake-connection/fetch-documents.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { runContext } from "../run-context.ts";
import { fetchRun, fetchRuns, fetchWrittenIds, toWrittenStory } from "./fetch-runs.ts";

/** What one run wrote for one story. */
export interface WrittenByRun {
  readonly input: string;
  readonly articleId: string;
  readonly changes: readonly { readonly kind: "create" | "update" | "delete"; readonly id: string }[];
}

/** A run, and what it wrote that can be undone. */
export interface RunDetails {
  readonly run: ImportRun;
  readonly stories: readonly WrittenByRun[];
}

/** How many records are read at a time: they are long. */
const batchSize = 50;

/** Lists the runs that wrote something, newest first. @throws {Interrupted} Once the signal is aborted. */
export const listRuns = (client: SanityClient, signal?: AbortSignal): Promise<ImportRun[]> =>
  fetchRuns(openConnection(client, runContext({ dryRun: true, signal })));

/**
 * Shows one run.
 *
 * @throws {ImportError} `run-not-found`, or when the lake cannot be reached.
 * @throws {Interrupted} Once the signal is aborted.
 */
export async function showRun(client: SanityClient, id: string, signal?: AbortSignal): Promise<RunDetails> {
  const lake = openConnection(client, runContext({ dryRun: true, signal }));
  const run = await fetchRun(lake, id);
  if (run === undefined) {
    throw new ImportError("run-not-found", `Cannot show run "${id}": there is no such run`, {
      hint: 'List the runs with "copydesk runs".',
    });
  }
  const ids = await fetchWrittenIds(lake, id);
  const stories: WrittenByRun[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const records = await fetchDocuments(lake, ids.slice(at, at + batchSize));
    for (const document of records.values()) {
      const record = toWrittenStory(document);
      // A run that was undone in the meantime is no longer in the history.
      if (record?.history?.some(({ run: other }) => other === id) !== true) continue;
      const { before, after } = valuesOf(record.history, id);
      const changes = changesOf(before, after);
      stories.push({ input: record.input, articleId: record.article._ref, changes });
    }
  }
  return { run, stories: stories.toSorted((a, b) => (a.input < b.input ? -1 : 1)) };
}

function changesOf(before: object, after: object): WrittenByRun["changes"] {
  return Object.keys({ ...before, ...after }).map((id) => ({
    kind: !(id in before) ? "create" : id in after ? "update" : "delete",
    id,
  }));
}
