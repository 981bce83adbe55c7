import { randomUUID } from "node:crypto";
import { shortDigestOf } from "../digest.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { fetchProfiles } from "../outlets/fetch-profiles.ts";
import { keepProfile } from "../outlets/keep-profile.ts";
import { knownOutlet, storedSample } from "../outlets/known-outlet.ts";
import { runContext } from "../run-context.ts";
import type { TeachRuleOptions } from "./teach-rule.ts";
import { withRule } from "./with-rule.ts";

/**
 * Keeps a rule in the profile of an outlet as a retired one, so that it is not offered again. No story is read again.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function dismissRule(options: Omit<TeachRuleOptions, "dryRun" | "onProgress">): Promise<void> {
  const { client, outlet, shape, role, example, by, signal, now = () => new Date() } = options;
  const lake = openConnection(client, runContext({ signal }));
  const teach = withRule({
    ...{ _type: "taughtRule", _key: shortDigestOf(shape, 12), shape, role, by },
    ...(example !== undefined && { example }),
    ...{ at: now().toISOString(), state: "retired", kept: 0, contradicted: 0 },
  });
  const stored = (await fetchProfiles(lake, [outlet])).get(outlet);
  const sample = storedSample(stored);
  const known = { key: outlet, name: stored?.name ?? outlet };
  const { profile } = knownOutlet(known, sample, teach(stored?.taught));
  await keepProfile(lake, randomUUID(), { profile, stored, sample }, teach);
}
