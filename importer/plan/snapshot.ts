import { z } from "zod";
import { canonicalJson } from "../dataset/canonical-json.ts";

const snapshot = z.record(z.string(), z.looseObject({ _type: z.string() }));

/** The documents as last imported, by published id. */
export type Snapshot = z.infer<typeof snapshot>;

/** Reads the snapshot of an import record; empty if it is damaged, so that nothing counts as untouched. */
export function readSnapshot(json: string | undefined): Snapshot {
  try {
    return snapshot.parse(JSON.parse(json ?? "{}"));
  } catch {
    return {};
  }
}

/** Writes a snapshot; equal snapshots give equal text. */
export const writeSnapshot = (documents: Snapshot): string => canonicalJson(documents);
