import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { keepProfile } from "./keep-profile.ts";
import type { LearnedOutlet } from "./learn-outlets.ts";

/**
 * A connection that stores what a run has learned of outlets before anything else that the run writes. A run that writes
 * nothing stores nothing, and learns the same the next time.
 *
 * @param learned What the run has learned, once it has.
 */
export function keepProfiles(
  lake: LakeConnection,
  run: string,
  learned: () => Iterable<LearnedOutlet>,
): LakeConnection {
  let kept: Promise<unknown> | undefined;
  return {
    ...lake,
    async commit(mutations, transactionId, options) {
      kept ??= Promise.all([...learned()].map((outlet) => keepProfile(lake, run, outlet)));
      await kept;
      return lake.commit(mutations, transactionId, options);
    },
  };
}
