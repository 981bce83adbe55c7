import { type StoredDocument, storedDocument } from "../dataset/stored-document.ts";
import type { LakeConnection } from "./connect-lake.ts";
import { readRows } from "./read-rows.ts";

/** Reads the documents that exist under the ids, drafts and published ones, each under its own id. */
export async function fetchDocuments(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, StoredDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows(lake, storedDocument, "*[_id in $ids]", { ids });
  return new Map(rows.map((document) => [document._id, document]));
}
