import type { ParsedBlock } from "../../parsed-story.ts";
import { endsSentence } from "../../phrases/line-shape.ts";
import { textOfBlock, type ParsedTextBlock } from "../../text-of-block.ts";
import { isBoilerplateLine } from "./boilerplate.ts";
import { comparable } from "../../phrases/comparable.ts";

/** Before this many blocks, a line may repeat text around the headline. */
const headBlocks = 4;

/**
 * Removes the lines that pages insert between or around paragraphs, as where a whole story is one element with line
 * breaks: buttons, "Read also", and, at the beginning, the repeated headline, byline and date. Pure.
 *
 * @param told Texts in the head of the story.
 */
export function dropPageLines(blocks: readonly ParsedBlock[], told: readonly string[]): ParsedBlock[] {
  const keys = told.map(comparable);
  return blocks.filter((block, index) => {
    if (block.kind !== "text") return true;
    const text = textOfBlock(block);
    if (isBoilerplateLine(text) || isButtons(block, text)) return false;
    return (
      index >= headBlocks ||
      // The time of a post is a heading.
      block.style === "h3" ||
      !text.split("\n").every((line) => repeats(comparable(line), keys) || isDate(line))
    );
  });
}

/** Links with little else, not forming a sentence. */
function isButtons(block: ParsedTextBlock, text: string): boolean {
  if (block.listItem !== undefined || block.style !== "normal" || endsSentence(text) || text.length > 150)
    return false;
  const linked = block.spans.reduce(
    (sum, { href, text: part }) => sum + (href === undefined ? 0 : part.length),
    0,
  );
  return linked > 0.5 * text.length;
}

/** The same text, or the same with a label such as "By" before it. */
const repeats = (key: string, told: readonly string[]): boolean =>
  told.some(
    (other) => other !== "" && (key === other || (key.endsWith(other) && key.length <= other.length + 12)),
  );

/** A short line with a year that is not a sentence. */
const isDate = (text: string): boolean =>
  text.length <= 60 &&
  /(?:^|\D)(?:(?:19|20)\d\d|[١٢][٠-٩]{3}|[۱][۳۴][۰-۹]{2})(?:\D|$)/u.test(text) &&
  !endsSentence(text) &&
  /^[\p{L}\p{M}\p{N}\s.,،:/|()–-]+$/u.test(text) &&
  text.split(/\s+/).length <= 9;
