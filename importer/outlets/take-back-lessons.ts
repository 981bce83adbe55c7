import { outletProfileId } from "../../schemas/index.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import { storedProfile } from "./known-outlet.ts";

const mostAttempts = 3;

/**
 * Takes back the rules that editors have taught with a run. Returns their number.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function takeBackLessons(lake: LakeConnection, run: string): Promise<number> {
  let count = 0;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const query = '*[_type == "outletProfile" && $run in taught[].run]';
    const profiles = await readRows(lake, storedProfile, query, { run });
    let isDone = true;
    for (const { key, _rev: revision, taught = [] } of profiles) {
      const left = taught.filter((rule) => rule.run !== run);
      const id = outletProfileId(key);
      const result = await lake.commit(
        [{ patch: { id, ifRevisionID: revision, set: { taught: left } } }],
        transactionIdOf(["take back", run, id, revision]),
      );
      if (result.kind === "done") count += taught.length - left.length;
      // Somebody has taught something else meanwhile.
      else isDone = false;
    }
    if (isDone) break;
  }
  return count;
}
