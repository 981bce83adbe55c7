import type { KnownSource } from "./known-source.ts";
import { knownSources } from "./known-sources.ts";
import { matchKey } from "../lexicons/match-key.ts";

const byKey = new Map<string, KnownSource>(
  knownSources.flatMap((source) =>
    [source.name, ...Object.values(source.names), ...source.aliases, ...(source.spellings ?? [])].map(
      (name) => [matchKey(name), source] as const,
    ),
  ),
);

const longestName = Math.max(...byKey.keys().map((key) => key.length)) * 2;

/** Finds the known source for a printed name, however it is spelled. Pure. */
export function findSource(printed: string): KnownSource | undefined {
  return printed.length > longestName ? undefined : byKey.get(matchKey(printed));
}
