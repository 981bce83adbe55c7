import { z } from "zod";
import { type Evidence, evidence } from "../../../schemas/index.ts";

/** Invalid lines or places are dropped, and the value is kept without them. */
const lenient = evidence
  .extend({
    lines: evidence.shape.lines.catch(undefined),
    place: evidence.shape.place.catch(undefined),
    printed: evidence.shape.printed.catch(undefined),
  })
  // What has a place is of a format whose source text is not its file: the lines of front matter are none of the text's.
  .transform(({ lines, ...found }) => (found.place === undefined && lines ? { ...found, lines } : found));

/**
 * Reads the evidence of an import record.
 *
 * Pure, and never throws: entries that cannot be read, from another version of the importer or from an edit by hand,
 * are left out, and the rest is shown.
 */
export function readEvidence(stored: string | null | undefined): Evidence[] {
  const items = z.array(z.unknown()).safeParse(jsonOf(stored ?? "")).data ?? [];
  return items.flatMap((item) => lenient.safeParse(item).data ?? []);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
