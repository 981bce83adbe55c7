import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { fetchProfiles } from "../outlets/fetch-profiles.ts";
import { outletReadingOf } from "../outlets/reading/outlet-reading-of.ts";
import type { OutletReading } from "../parse/outlet-reading.ts";

/** What is known of an outlet by its key; `undefined` if nothing is. @throws {ImportError} When the lake cannot be reached. */
export async function readingOfOutlet(
  lake: LakeConnection,
  key: string | undefined,
): Promise<OutletReading | undefined> {
  if (key === undefined) return undefined;
  const profile = (await fetchProfiles(lake, [key])).get(key);
  return profile && outletReadingOf(profile);
}
