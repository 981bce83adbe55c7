import type { ParsedBlock, ParsedPicture } from "../../parsed-story.ts";
import { asksQuestion, endsWithPunctuation, visualLength } from "../../phrases/line-shape.ts";
import { splitCredit } from "../../phrases/split-credit.ts";
import { textOfBlock, type ParsedTextBlock } from "../../text-of-block.ts";
import { readCaption } from "../../pictures/read-caption.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";

const longestCaption = 300;

/**
 * Gives pictures the captions found as paragraphs below them, and turns bold lines into sub-headings.
 *
 * Pure. A paragraph below a picture without a caption becomes its caption if it is short and either all italic or
 * ends with a credit. A short, entirely bold paragraph before another paragraph becomes a sub-heading.
 */
export function adoptCaptions({ blocks, pictures, ...others }: BlocksAndPictures): BlocksAndPictures {
  const described: ParsedPicture[] = [...pictures];
  const kept: ParsedBlock[] = [];
  blocks.forEach((block, index) => {
    const before = kept.at(-1);
    const picture = before?.kind === "picture" ? described[before.picture] : undefined;
    if (before?.kind === "picture" && picture !== undefined && block.kind === "text") {
      const caption = isBelow(picture, block) ? captionIn(block) : undefined;
      if (caption !== undefined) {
        const { text, ...credit } = caption;
        described[before.picture] = {
          ...picture,
          ...(text === "" ? {} : { captions: [{ text }] }),
          ...(credit.creditLine === undefined ? {} : credit),
        };
        return;
      }
    }
    kept.push(isBoldHeading(block, index, blocks) ? asHeading(block) : block);
  });
  return { ...others, blocks: kept, pictures: described };
}

const isBelow = (picture: ParsedPicture, block: ParsedTextBlock): boolean =>
  picture.captions.length === 0 && block.style === "normal" && block.listItem === undefined;

function captionIn(block: ParsedTextBlock): ReturnType<typeof readCaption> | undefined {
  const text = textOfBlock(block);
  if (visualLength(text) > longestCaption) return undefined;
  const isSetApart = block.spans.every((span) => span.em === true);
  const strength = splitCredit(text)?.strength;
  const isCredited = strength === "certain" || strength === "likely";
  return isSetApart || isCredited ? readCaption(text) : undefined;
}

function isBoldHeading(
  block: ParsedBlock,
  index: number,
  blocks: readonly ParsedBlock[],
): block is ParsedTextBlock {
  const next = blocks[index + 1];
  if (index === 0 || block.kind !== "text" || next?.kind !== "text") return false;
  if (block.style !== "normal" || block.listItem !== undefined || next.style !== "normal") return false;
  if (!block.spans.every((span) => span.strong === true && span.href === undefined)) return false;
  const text = textOfBlock(block);
  return (
    visualLength(text) <= 90 && (!endsWithPunctuation(text) || asksQuestion(text)) && !text.includes("\n")
  );
}

const asHeading = (block: ParsedTextBlock): ParsedTextBlock => ({
  ...block,
  style: "h2",
  spans: block.spans.map(({ strong: _, ...span }) => span),
});
