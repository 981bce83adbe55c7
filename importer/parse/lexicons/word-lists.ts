import type { Lexicon } from "./lexicon.ts";
import { lexicons } from "./lexicons.ts";

/** One list from all lexicons combined, each word once. Pure. */
export function wordsOf(choose: (lexicon: Lexicon) => readonly string[] | undefined): readonly string[] {
  return [...new Set(lexicons.flatMap((lexicon) => choose(lexicon) ?? []))];
}
