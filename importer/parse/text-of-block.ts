import type { ParsedBlock } from "../../parsed-story.ts";
import type { TextBlock } from "./block-writer.ts";

/** The text of a block without its marks. Pure. */
export const textOfBlock = (block: TextBlock): string => block.spans.map(({ text }) => text).join("");

/** The text of blocks, a block a line; pictures have none. Pure. */
export const plainTextOf = (blocks: readonly ParsedBlock[]): string =>
  blocks.map((block) => (block.kind === "text" ? textOfBlock(block) : "")).join("\n");
