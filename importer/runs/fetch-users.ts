import { z } from "zod";
import type { LakeConnection } from "../upsert/connect-lake.ts";

const user = z.looseObject({ _id: z.string() });

/** Reads the documents that refer to any of the ids; the importer's own memory does not count. */
export async function fetchUsers(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<z.infer<typeof user>[]> {
  if (ids.length === 0) return [];
  const query = '*[references($ids) && !(_type in ["importRecord", "importRun"])]';
  return z.array(user).parse(await lake.read(query, { ids }));
}
