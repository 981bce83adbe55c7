import { loneDateline } from "../../phrases/lone-dateline.ts";
import { asksQuestion, endsWithPunctuation, visualLength } from "../../phrases/line-shape.ts";
import { sourceInDetails } from "../../phrases/source-in-details.ts";
import type { ParsedBlock, ParsedSpan } from "../../parsed-story.ts";
import { textOfBlock, type ParsedTextBlock } from "../../text-of-block.ts";

const longestHeading = 90;
/** A text with more bold lines than this, in parts of all, has them for another reason: a dialogue, a list of names. */
const mostHeadings = 0.5;

/**
 * Turns bold lines that act as headings into sub-headings: paragraphs of a short bold line without a full stop, with text
 * below; and such a line at the beginning of a paragraph, before a line break. Pure.
 */
export function setHeadings(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const parted = blocks.flatMap(partAtBold);
  const headings = parted.filter((block, index) => isBoldHeading(block, index, parted));
  const texts = parted.filter(({ kind }) => kind === "text").length;
  if (headings.length === 0 || headings.length > mostHeadings * texts) return [...blocks];
  const chosen = new Set(headings);
  return parted.map((block) => (block.kind === "text" && chosen.has(block) ? asHeading(block) : block));
}

function isBoldHeading(block: ParsedBlock, index: number, blocks: readonly ParsedBlock[]): boolean {
  if (index === 0 || block.kind !== "text" || !isPlain(block) || !hasTextBelow(index, blocks)) return false;
  return block.spans.every(isBoldOrBlank) && isHeadingLine(textOfBlock(block));
}

/** Below a heading stands its text; a picture, a table or a video may come first. */
function hasTextBelow(index: number, blocks: readonly ParsedBlock[]): boolean {
  const next = blocks.slice(index + 1, index + 3).find(({ kind }) => kind === "text");
  return next?.kind === "text" && !/^h[23]$/.test(next.style);
}

const isPlain = ({ style, listItem }: ParsedTextBlock): boolean =>
  style === "normal" && listItem === undefined;

const isBoldOrBlank = ({ strong, href, text }: ParsedSpan): boolean =>
  href === undefined && (strong === true || !/[\p{L}\p{N}]/u.test(text));

/** Not a source line or a dateline, which some set in bold as well. */
const isHeadingLine = (text: string): boolean =>
  text !== "" &&
  visualLength(text) <= longestHeading &&
  !text.includes("\n") &&
  (!endsWithPunctuation(text) || asksQuestion(text)) &&
  sourceInDetails(text) === undefined &&
  loneDateline(text) === undefined;

/** A paragraph that begins with a bold line becomes two blocks, any other one. */
function partAtBold(block: ParsedBlock, index: number): ParsedBlock[] {
  if (block.kind !== "text" || index === 0 || !isPlain(block)) return [block];
  const end = block.spans.findIndex((span) => !isBoldOrBlank(span));
  const [line, rest] = [block.spans.slice(0, end), block.spans.slice(end)];
  const [first, ...others] = rest;
  if (end < 1 || first === undefined || !first.text.startsWith("\n")) return [block];
  const heading = { ...block, spans: line };
  if (!isHeadingLine(textOfBlock(heading))) return [block];
  return [heading, { ...block, spans: [{ ...first, text: first.text.trimStart() }, ...others] }];
}

const asHeading = (block: ParsedTextBlock): ParsedTextBlock => ({
  ...block,
  style: "h2",
  spans: block.spans.map(({ strong: _, ...span }) => span),
});
