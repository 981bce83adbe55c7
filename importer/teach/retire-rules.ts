import { type TaughtRule, canonicalJson, outletProfileId } from "../../schemas/index.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import type { StoredProfile } from "../outlets/known-outlet.ts";
import { type OutletReview, reviewOutlet } from "./review/review-outlet.ts";

/**
 * Reviews an outlet, and keeps in its profile how often its rules were kept and contradicted, and which have retired for
 * it. Writes nothing if that is known already, or if somebody teaches it at the same moment: then the next review does.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function retireRules(lake: LakeConnection, profile: StoredProfile): Promise<OutletReview> {
  const { key, taught = [], _rev: revision } = profile;
  const review = await reviewOutlet(lake, key, taught);
  if (canonicalJson(taught) === canonicalJson(review.taught)) return review;
  const id = outletProfileId(key);
  const set: { readonly taught: readonly TaughtRule[] } = { taught: review.taught };
  await lake.commit(
    [{ patch: { id, ifRevisionID: revision, set } }],
    transactionIdOf(["retire", id, revision, canonicalJson(review.taught)]),
  );
  return review;
}
