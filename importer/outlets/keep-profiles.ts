import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { keepProfile } from "./keep-profile.ts";
import type { LearnedOutlet } from "./learn-outlets.ts";
import { profileChange } from "./profile-change.ts";

/** What is longer is not sent along with a story, in characters of JSON. */
const mostAlong = 200_000;

/**
 * A connection that stores what a run has learned of outlets with the first thing that the run writes. A run that writes
 * nothing stores nothing, and learns the same the next time.
 *
 * @param learned What the run has learned, once it has.
 */
export function keepProfiles(
  lake: LakeConnection,
  run: string,
  learned: () => Iterable<LearnedOutlet>,
): LakeConnection {
  let isKept = false;
  return {
    ...lake,
    async commit(mutations, transactionId, options) {
      if (isKept) return lake.commit(mutations, transactionId, options);
      isKept = true;
      const outlets = [...learned()];
      const changes = outlets.flatMap(({ profile, stored }) => profileChange(profile, stored) ?? []);
      if (changes.length > 0 && JSON.stringify(changes).length <= mostAlong) {
        const result = await lake.commit([...changes, ...mutations], transactionId, options);
        if (result.kind === "done") return result;
      }
      // Somebody else has changed one of them, or the story: neither keeps the other from being written.
      await Promise.all(outlets.map((outlet) => keepProfile(lake, run, outlet)));
      return lake.commit(mutations, transactionId, options);
    },
  };
}
