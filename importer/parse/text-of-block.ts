import type { ParsedBlock } from "./parsed-story.ts";

/** A block that is text. */
export type ParsedTextBlock = Extract<ParsedBlock, { kind: "text" }>;

/** The text of a block without its marks. Pure. */
export const textOfBlock = (block: ParsedTextBlock): string => block.spans.map(({ text }) => text).join("");

/** The text of blocks, one line per block; pictures have none. Pure. */
export const textOfBlocks = (blocks: readonly ParsedBlock[]): string =>
  blocks.flatMap((block) => (block.kind === "text" ? [textOfBlock(block)] : [])).join("\n");
