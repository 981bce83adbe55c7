import { knownSource, type KnownSource } from "./known-source.ts";
import entries from "./known-sources.json" with { type: "json" };

/** The agencies and outlets that credits and source lines name most often, and the unnamed "agencies". */
export const knownSources: readonly KnownSource[] = knownSource.array().parse(entries);
