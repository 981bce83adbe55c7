import type { SanityClient } from "@sanity/client";
import { ImportError } from "../import-error.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import { runContext } from "../run-context.ts";
import { type StoredProfile, storedProfile } from "./known-outlet.ts";

/** Reads what is known of outlets, by key. @throws {ImportError} When the lake cannot be reached. */
export const listProfiles = (lake: LakeConnection): Promise<StoredProfile[]> =>
  readRows(lake, storedProfile, '*[_type == "outletProfile"] | order(key)');

/** Lists what is known of outlets, by key. @throws {Interrupted} Once the signal is aborted. */
export const listOutlets = (client: SanityClient, signal?: AbortSignal): Promise<StoredProfile[]> =>
  listProfiles(openConnection(client, runContext({ dryRun: true, signal })));

/**
 * Shows what is known of one outlet.
 *
 * @throws {ImportError} `outlet-not-found`, or when the lake cannot be reached.
 */
export async function showOutlet(
  client: SanityClient,
  key: string,
  signal?: AbortSignal,
): Promise<StoredProfile> {
  const found = (await listOutlets(client, signal)).find((profile) => profile.key === key);
  if (found !== undefined) return found;
  throw new ImportError("outlet-not-found", `Cannot show outlet "${key}": nothing is known of it`, {
    hint: 'List the outlets with "copydesk outlets".',
  });
}
