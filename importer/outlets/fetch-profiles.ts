import { outletProfileId } from "../../schemas/index.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import { type StoredProfile, storedProfile } from "./known-outlet.ts";

const mostAtOnce = 200;

/**
 * Reads the profiles of outlets, by key; those that nothing is known of are absent.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function fetchProfiles(
  lake: LakeConnection,
  keys: readonly string[],
): Promise<Map<string, StoredProfile>> {
  const found = new Map<string, StoredProfile>();
  for (let from = 0; from < keys.length; from += mostAtOnce) {
    const ids = keys.slice(from, from + mostAtOnce).map(outletProfileId);
    for (const profile of await readRows(lake, storedProfile, "*[_id in $ids]", { ids }))
      found.set(profile.key, profile);
  }
  return found;
}
