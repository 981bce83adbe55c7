import type { Snapshot } from "../../schemas/index.ts";
import { canonicalJson } from "../dataset/canonical-json.ts";

/** Writes a snapshot for `readSnapshot`; equal snapshots give equal text. Pure. */
export const writeSnapshot = (documents: Snapshot): string => canonicalJson(documents);
