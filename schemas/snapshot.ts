import { z } from "zod";

const snapshot = z.record(z.string(), z.looseObject({ _type: z.string() }));

/** The documents of a story as last imported, by published id; the import record keeps them as JSON. */
export type Snapshot = z.infer<typeof snapshot>;

/** Reads the snapshot of an import record; empty if it is damaged, so that nothing counts as untouched. Pure. */
export function readSnapshot(json: string | undefined): Snapshot {
  try {
    return snapshot.parse(JSON.parse(json ?? "{}"));
  } catch {
    return {};
  }
}
