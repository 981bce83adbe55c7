import { endsSentence, visualLength } from "../../phrases/line-shape.ts";
import type { LineToLabel } from "./label-occurrence.ts";

/** Index of the first line that is certainly text; 0 if there is none. Pure. */
export function textBegins(lines: readonly LineToLabel[]): number {
  const at = lines.findIndex(({ text }) => endsSentence(text) && visualLength(text) >= 70);
  return at < 0 ? 0 : at;
}
