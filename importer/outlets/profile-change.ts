import { canonicalJson, type OutletProfile } from "../../schemas/index.ts";
import type { Mutation } from "../dataset/mutation.ts";
import type { StoredProfile } from "./known-outlet.ts";

/**
 * The mutation that makes a stored profile what it is now; `undefined` if it is that already. What editors have taught
 * stays theirs, and is written only if lessons are added. Pure.
 */
export function profileChange(
  { stories, version, learned, sample, taught, ...rest }: OutletProfile,
  stored: StoredProfile | undefined,
  isTaught = false,
): Mutation | undefined {
  const lessons = taught && (isTaught || stored === undefined) ? { taught } : {};
  const own = { stories, version, learned, sample, ...lessons };
  if (stored === undefined) return { create: { ...rest, ...own } };
  const isSame =
    stored.sample === sample &&
    stored.version === version &&
    stored.stories === stories &&
    canonicalJson(stored.taught) === canonicalJson(taught);
  return isSame ? undefined : { patch: { id: stored._id, ifRevisionID: stored._rev, set: own } };
}
