import { z } from "zod";
import { type ImportRun, importRecord, importRun, importRunId } from "../../schemas/index.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../lake-connection/fetch-documents.ts";
import { readRows } from "../lake-connection/read-rows.ts";

/** Reads all runs that wrote something, newest first. */
export const fetchRuns = (lake: LakeConnection): Promise<ImportRun[]> =>
  readRows(lake, importRun, '*[_type == "importRun"] | order(startedAt desc)');

/** Reads one run. */
export async function fetchRun(lake: LakeConnection, run: string): Promise<ImportRun | undefined> {
  return importRun.safeParse((await fetchDocuments(lake, [importRunId(run)])).get(importRunId(run))).data;
}

/** Reads the ids of the import records of the stories that a run wrote and that can be undone. */
export const fetchWrittenIds = (lake: LakeConnection, run: string): Promise<string[]> =>
  readRows(lake, z.string(), '*[_type == "importRecord" && $run in history[].run]._id | order(@)', { run });

const writtenStory = importRecord
  .pick({
    ...{ _id: true, article: true, input: true, outlet: true, run: true, history: true },
    ...{ contentHash: true, snapshot: true, problems: true, suggestions: true },
  })
  .extend({ _rev: z.string(), review: importRecord.shape.review.catch(undefined) });

/** What undoing needs to know of an import record. */
export type WrittenStory = z.infer<typeof writtenStory>;

/** Reads the history of an import record; `undefined` for one that cannot be read. */
export const toWrittenStory = (record: unknown): WrittenStory | undefined =>
  writtenStory.safeParse(record).data;
