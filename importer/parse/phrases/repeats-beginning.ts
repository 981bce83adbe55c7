import type { ParsedBlock } from "../parsed-story.ts";
import { textOfBlock } from "../text-of-block.ts";
import { comparable } from "./comparable.ts";

/** Before this many paragraphs a summary may repeat the text. */
const mostParagraphs = 5;

/** Whether a summary is nothing but the first paragraphs of the text, which would then be told twice. Pure. */
export function repeatsBeginning(summary: string, blocks: readonly ParsedBlock[]): boolean {
  const told = comparable(summary);
  let beginning = "";
  for (const block of blocks.filter(({ kind }) => kind === "text").slice(0, mostParagraphs)) {
    if (block.kind === "text") beginning += comparable(textOfBlock(block));
    if (beginning === told) return told !== "";
  }
  return false;
}
