import { z } from "zod";
import { importRecord, importRun, importRunId, type ImportRun } from "../../schemas/index.ts";
import type { StoredDocument } from "../plan/content.ts";
import type { LakeConnection } from "../upsert/connect-lake.ts";

const stored = z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() });

/** Reads documents by id, as many as exist. */
export async function fetchDocuments(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, StoredDocument>> {
  if (ids.length === 0) return new Map();
  const rows = z.array(stored).parse(await lake.read("*[_id in $ids]", { ids }));
  return new Map(rows.map((document) => [document._id, document]));
}

/** Reads all runs that wrote something, the newest first. */
export async function fetchRuns(lake: LakeConnection): Promise<ImportRun[]> {
  const rows = z
    .array(z.unknown())
    .parse(await lake.read('*[_type == "importRun"] | order(startedAt desc)', {}));
  return rows.flatMap((row) => importRun.safeParse(row).data ?? []);
}

/** Reads one run. */
export async function fetchRun(lake: LakeConnection, run: string): Promise<ImportRun | undefined> {
  return importRun.safeParse((await fetchDocuments(lake, [importRunId(run)])).get(importRunId(run))).data;
}

/** Reads the ids of the import records of the stories that a run wrote, and that can be taken back. */
export async function fetchWrittenIds(lake: LakeConnection, run: string): Promise<string[]> {
  const query = '*[_type == "importRecord" && $run in history[].run]._id | order(@)';
  return z.array(z.string()).parse(await lake.read(query, { run }));
}

const historyOf = importRecord.pick({
  _id: true,
  article: true,
  input: true,
  snapshot: true,
  run: true,
  history: true,
});

/** What undoing needs to know of an import record. */
export type WrittenStory = z.infer<typeof historyOf> & { readonly _rev: string };

/** Reads the history of an import record; `undefined` for one that cannot be read. */
export function toWrittenStory(record: StoredDocument | undefined): WrittenStory | undefined {
  const parsed = historyOf.safeParse(record);
  return record === undefined || !parsed.success ? undefined : { ...parsed.data, _rev: record._rev };
}
