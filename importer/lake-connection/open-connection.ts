import type { SanityClient } from "@sanity/client";
import type { RunContext } from "../run-context.ts";
import { type ConnectionOptions, type LakeConnection, connectLake } from "./connect-lake.ts";
import { groupCommits } from "./group-commits.ts";
import { withoutWriting } from "./without-writing.ts";

/**
 * Opens a client's lake for a run. A dry run is enforced here and nowhere else: it gets a connection that cannot
 * change anything, so that no caller can forget to check.
 */
export function openConnection(
  client: SanityClient,
  context: RunContext,
  options: ConnectionOptions = {},
): LakeConnection {
  const lake = connectLake(client, context, options);
  return context.mode === "write" ? groupCommits(lake) : withoutWriting(lake);
}
