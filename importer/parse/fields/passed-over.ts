import type { ParsedItem } from "../parser.ts";

/** Says which items of an export were passed over, since they are no stories by their nature: by kind, with their number. */
export function* passedOver(kinds: ReadonlyMap<string, number>): Generator<ParsedItem> {
  if (kinds.size === 0) return;
  const counts = Array.from(kinds, ([kind, count]) => `${count} × ${kind}`);
  yield { kind: "note", message: `Ignored, not stories: ${counts.join(", ")}` };
}
