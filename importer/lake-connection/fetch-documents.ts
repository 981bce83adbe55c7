import { type StoredDocument, storedDocument } from "../dataset/stored-document.ts";
import type { LakeConnection } from "./connect-lake.ts";
import { readRows } from "./read-rows.ts";

/** Reads documents by their ids, as many as exist: drafts and published ones alike, each under its own id. */
export async function fetchDocuments(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, StoredDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows(lake, storedDocument, "*[_id in $ids]", { ids });
  return new Map(rows.map((document) => [document._id, document]));
}
