import type { OutletProfile } from "../../schemas/index.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { fetchProfiles } from "./fetch-profiles.ts";
import { knownOutlet, storedSample } from "./known-outlet.ts";
import type { LearnedOutlet } from "./learn-outlets.ts";
import { profileChange } from "./profile-change.ts";

const mostAttempts = 3;

/** What editors have taught, with what is to be added to it. */
type Teach = (taught: OutletProfile["taught"]) => OutletProfile["taught"];

/**
 * Writes what has changed in a profile. Somebody else may have changed it meanwhile: then both are put together. If that
 * fails too, the next run learns the same.
 *
 * @param teach Adds lessons; default: none, and what editors have taught is not written at all.
 */
export async function keepProfile(
  lake: LakeConnection,
  run: string,
  { profile, stored, sample }: Pick<LearnedOutlet, "profile" | "stored" | "sample">,
  teach?: Teach,
): Promise<void> {
  let [own, before] = [profile, stored];
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const mutation = profileChange(own, before, teach !== undefined);
    if (mutation === undefined) return;
    const { kind } = await lake.commit(
      [mutation],
      transactionIdOf([run, own._id, before?._rev ?? "", own.version, own.sample]),
    );
    if (kind !== "conflict") return;
    before = (await fetchProfiles(lake, [own.key])).get(own.key);
    const both = storedSample(before);
    both.addAll(sample);
    const taught = teach === undefined ? before?.taught : teach(before?.taught);
    own = knownOutlet({ key: own.key, name: before?.name ?? own.name }, both, taught).profile;
  }
}
