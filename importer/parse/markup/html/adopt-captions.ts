import type { ParsedBlock, ParsedPicture } from "../../parsed-story.ts";
import { visualLength } from "../../phrases/line-shape.ts";
import { splitCredit } from "../../phrases/split-credit.ts";
import { textOfBlock, type ParsedTextBlock } from "../../text-of-block.ts";
import { readCaption } from "../../pictures/read-caption.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";

const longestCaption = 300;

/**
 * Gives pictures the captions found as paragraphs below them.
 *
 * Pure. A paragraph below a picture without a caption becomes its caption if it is short and either all italic or
 * ends with a credit.
 */
export function adoptCaptions({ blocks, pictures, ...others }: BlocksAndPictures): BlocksAndPictures {
  const described: ParsedPicture[] = [...pictures];
  const kept: ParsedBlock[] = [];
  for (const block of blocks) {
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
        continue;
      }
    }
    kept.push(block);
  }
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
