import type { ParsedBlock, ParsedEmbed, ParsedSpan, ParsedTable } from "./parsed-story.ts";
import { raisedOrLowered } from "./raised-or-lowered.ts";

/** A block that is text. */
export type ParsedTextBlock = Extract<ParsedBlock, { kind: "text" }>;

/** The text of a block without its marks: "10⁶" of a raised 6. Pure. */
export const textOfBlock = (block: Pick<ParsedTextBlock, "spans">): string =>
  block.spans.map(textOfSpan).join("");

const textOfSpan = ({ text, sup, sub }: ParsedSpan): string =>
  sup ? raisedOrLowered(text, "sup") : sub ? raisedOrLowered(text, "sub") : text;

/** The text of blocks, one line per block and per row of a table; pictures have none. Pure. */
export const textOfBlocks = (blocks: readonly ParsedBlock[]): string =>
  blocks.flatMap(linesOfBlock).join("\n");

/**
 * The words of a block as lines; of a picture none, since they are with the story's pictures. An embed's address is no
 * word of it. Pure.
 */
export function linesOfBlock(block: ParsedBlock): string[] {
  switch (block.kind) {
    case "text":
      return [textOfBlock(block)];
    case "table":
      return linesOfTable(block);
    case "embed":
      return linesOfEmbed(block);
    case "picture":
      return [];
  }
}

const linesOfTable = ({ caption, rows }: ParsedTable): string[] => [
  ...(caption === undefined ? [] : [caption]),
  ...rows.map((cells) => cells.map((cell) => cell.replaceAll("\n", " ")).join(" | ")),
];

const linesOfEmbed = ({ title, text }: ParsedEmbed): string[] =>
  [title, text].filter((line) => line !== undefined);
