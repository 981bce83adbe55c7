import { type DatasetDocument, datasetDocument } from "../../dataset/stored-document.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { readRows } from "../../lake-connection/read-rows.ts";

/** Reads the documents that refer to any of the ids, without the importer's own records. */
export async function fetchUsers(lake: LakeConnection, ids: readonly string[]): Promise<DatasetDocument[]> {
  if (ids.length === 0) return [];
  const query = '*[references($ids) && !(_type in ["importRecord", "importRun"])]';
  return readRows(lake, datasetDocument, query, { ids });
}
