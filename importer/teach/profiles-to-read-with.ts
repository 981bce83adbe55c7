import type { TaughtRule } from "../../schemas/index.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { fetchProfiles } from "../outlets/fetch-profiles.ts";
import type { StoredProfile } from "../outlets/known-outlet.ts";
import { retireRules } from "./retire-rules.ts";

/**
 * Reads the profiles of outlets for an import, by key. Rules that editors keep contradicting retire before anything is read
 * by them; outlets to which nobody has taught anything cost no more than their profiles.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function profilesToReadWith(
  lake: LakeConnection,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredProfile>> {
  const profiles = await fetchProfiles(lake, keys);
  const judged = new Map<string, TaughtRule>();
  for (const profile of profiles.values()) {
    if (profile.taught?.some(({ state }) => state === "active") !== true) continue;
    const { taught } = await retireRules(lake, profile);
    for (const rule of taught) judged.set(nameOf(profile, rule), rule);
  }
  if (judged.size === 0) return profiles;
  // A dry run has written nothing.
  return new Map(
    [...(await fetchProfiles(lake, keys))].map(([key, profile]) => {
      const taught = profile.taught?.map((rule) => judged.get(nameOf(profile, rule)) ?? rule);
      return [key, { ...profile, ...(taught && { taught }) }];
    }),
  );
}

const nameOf = ({ key }: StoredProfile, { _key, at }: TaughtRule): string => `${key} ${_key} ${at}`;
