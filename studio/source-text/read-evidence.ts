import { z } from "zod";

/** Why the import took a value, as its record keeps it. */
const evidence = z.object({
  /** Field of the article, or `pictures[<n>]` and a field of it. */
  path: z.string().min(1),
  /** Lines of the source text, counted from 1. Numbers that make no sense leave a value without any. */
  lines: z.array(z.int().positive()).optional().catch(undefined),
  /** Place in a source that is no text of lines: a JSON path, an element, a CSS selector. */
  place: z.string().optional().catch(undefined),
  rule: z.string(),
  /** What is printed there, where the value had to leave a part of it out. */
  printed: z.string().optional().catch(undefined),
  confidence: z.number().min(0).max(1),
});
export type Evidence = z.infer<typeof evidence>;

/**
 * Reads the evidence of an import record.
 *
 * Pure, and never throws: what an older or a newer import, or somebody's hand, left in it that cannot be read is left
 * out, and the rest is shown.
 */
export function readEvidence(stored: string | null | undefined): Evidence[] {
  const items = z.array(z.unknown()).safeParse(jsonOf(stored ?? "")).data ?? [];
  return items.flatMap((item) => evidence.safeParse(item).data ?? []);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
