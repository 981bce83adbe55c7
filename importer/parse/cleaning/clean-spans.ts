import type { ParsedSpan } from "../parsed-story.ts";
import { cleanTexts } from "./clean-text.ts";

/** Cleans the spans of a block as one text; spans of which nothing is left are left out. Pure, linear. */
export function cleanSpans(spans: readonly ParsedSpan[]): ParsedSpan[] {
  const texts = cleanTexts(spans.map(({ text }) => text));
  return spans.map((span, at) => ({ ...span, text: texts[at] ?? "" })).filter(({ text }) => text !== "");
}
