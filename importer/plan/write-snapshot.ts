import { type Snapshot, canonicalJson } from "../../schemas/index.ts";

/** Writes a snapshot for `readSnapshot`; equal snapshots give equal text. Pure. */
export const writeSnapshot = (documents: Snapshot): string => canonicalJson(documents);
