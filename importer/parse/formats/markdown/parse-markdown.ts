import { piecesOfJson } from "../../fields/pieces-of-json.ts";
import type { InputPiece } from "../../input-piece.ts";
import { toProblem } from "../../../problems.ts";
import { cleanStory } from "../../cleaning/clean-story.ts";
import { ordersInHead, textLinesOf } from "../../control/orders-in-head.ts";
import { type PlacedOrder, settleOrders } from "../../control/settle-orders.ts";
import { agreeLanguage } from "../../fields/agree-language.ts";
import { htmlToBlocks } from "../../markup/html/html-to-blocks.ts";
import type { ParsedBlock, ParsedEvidence, ParsedPicture, ParsedStory } from "../../parsed-story.ts";
import { nameSources } from "../../phrases/name-sources.ts";
import { repeatsBeginning } from "../../phrases/repeats-beginning.ts";
import { isSameText } from "../../phrases/same-text.ts";
import { isSamePicture } from "../../pictures/same-picture.ts";
import { settlePictures } from "../../pictures/settle-pictures.ts";
import { tellPictures } from "../../pictures/tell-pictures.ts";
import { textOfBlock, textOfBlocks } from "../../text-of-block.ts";
import { markdownToHtml } from "./markdown-to-html.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { type SplitMarkdown, splitFrontMatter } from "./split-front-matter.ts";

/**
 * Reads a story in Markdown: its text with headings, lists, links, emphasis, quotations and pictures, and its front
 * matter. Each value comes with its evidence, including the line in the front matter.
 *
 * Pure, and never throws. Raw HTML keeps only what text may contain, nothing active. Unreadable front matter is a
 * problem; the text is still read.
 *
 * @param text With LF line ends.
 */
export function parseMarkdown(text: string): ParsedStory {
  const split = splitFrontMatter(text.replace(/^\uFEFF/, "").replaceAll("\0", ""));
  const matter = readFrontMatter(split.kind === "split" ? split.frontMatter : { values: new Map() });
  const html = markdownToHtml(split.body);
  const read = htmlToBlocks(html, matter.canonicalUrl, true);
  const { headline, rest } = takeHeadline(read.blocks, matter.headline, split.body);
  const led = withLead(rest, read.pictures, matter.picture);
  const pictured = settlePictures(
    { ...led, leftOut: read.leftOut ?? [] },
    { leadPicture: led.leadPicture, authors: matter.fields.creators.map(({ name }) => name) },
  );
  const { blocks, pictures, leadPicture } = pictured;
  const sources = nameSources(blocks, {
    originators: matter.sources,
    place: "front-matter",
    rule: "front-matter",
    confidence: 0.95,
  });
  const { summary, ...fields } = matter.fields;
  const isToldTwice = summary !== undefined && repeatsBeginning(summary, sources.blocks);
  const sourceLine = sources.sourceLine ?? matter.sourceLine;
  const language = agreeLanguage(
    [{ written: matter.language, place: "front-matter" }],
    `${headline}\n${textOfBlocks(sources.blocks)}`,
  );
  const settled = settleOrders<PlacedOrder>([
    ...matter.orders,
    ...ordersInHead({ kicker: matter.fields.kicker, headline, lines: textLinesOf(blocks) }).map(
      ({ field, order }) => ({
        ...order,
        place: field === "body" ? "text" : field,
      }),
    ),
  ]);
  const unreadable =
    split.kind === "unreadable"
      ? [toProblem("bad-front-matter", `Cannot read the front matter: ${split.reason}`, { line: 1 })]
      : [];
  const evidence: ParsedEvidence[] = [
    ...matter.evidence.filter(({ path }) => !(isToldTwice && path === "summary")),
    ...(matter.headline === undefined && headline !== ""
      ? [{ path: "headline", place: "first-heading", rule: "first-heading", confidence: 0.9 }]
      : []),
    ...(sources.blocks.length > 0
      ? [{ path: "body", place: "text", rule: "markdown", confidence: 0.98 }]
      : []),
    ...(leadPicture === undefined || matter.picture !== undefined
      ? []
      : [{ path: "leadImage", place: "text", rule: "picture-before-text", confidence: 0.9 }]),
    ...sources.evidence,
    ...evidenceOf("pubStatus", settled.decidedBy.pubStatus),
    ...evidenceOf("embargoedUntil", settled.decidedBy.embargoedUntil),
    { path: "language", place: language.place, rule: language.rule, confidence: language.confidence },
  ];
  return cleanStory({
    ...fields,
    ...(summary === undefined || isToldTwice ? {} : { summary }),
    ...(settled.control === undefined ? {} : { control: settled.control }),
    headline,
    blocks: sources.blocks,
    pictures,
    ...(leadPicture === undefined ? {} : { leadPicture }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    infoSources: sources.infoSources,
    language: language.value,
    evidence,
    pieces: tellPictures(
      [...piecesOfMatter(split, text), ...piecesOfJson(html, "text", matter.canonicalUrl)],
      pictured,
    ),
    problems: [...unreadable, ...matter.problems, ...read.problems, ...settled.problems],
  });
}

/** What the front matter says; as written, if it cannot be read. */
function piecesOfMatter(split: SplitMarkdown, text: string): InputPiece[] {
  if (split.kind === "unreadable") {
    return piecesOfJson(text.slice(0, text.length - split.body.length), "front-matter", undefined);
  }
  return [...split.frontMatter.values].flatMap(([name, { value }]) =>
    piecesOfJson(value, `front-matter.${name}`, undefined),
  );
}

function evidenceOf(path: string, order: PlacedOrder | undefined): ParsedEvidence[] {
  if (order === undefined) return [];
  const { place, line } = order;
  return line === undefined
    ? [{ path, place, rule: "order-in-head", confidence: 0.85 }]
    : [{ path, lines: [line], place, rule: "front-matter", confidence: 0.97 }];
}

/** The headline of the front matter, else the first heading; a heading with the same words is not repeated. */
function takeHeadline(
  blocks: readonly ParsedBlock[],
  told: string | undefined,
  body: string,
): { readonly headline: string; readonly rest: readonly ParsedBlock[] } {
  const [first, ...rest] = blocks;
  if (first?.kind !== "text" || (first.style !== "h2" && first.style !== "h3"))
    return { headline: told ?? "", rest: blocks };
  const heading = textOfBlock(first);
  if (told !== undefined) return { headline: told, rest: isSameText(told, heading) ? rest : blocks };
  const isOfStory = /^\s*(?:# |[^\n]+\n=+\s*$|<h1\b)/im.test(body.slice(0, 1_000));
  return isOfStory ? { headline: heading, rest } : { headline: "", rest: blocks };
}

/** The leading picture: the front matter's, else one before the text. If both name the same one, it appears once. */
function withLead(
  blocks: readonly ParsedBlock[],
  pictures: readonly ParsedPicture[],
  told: ParsedPicture | undefined,
): {
  readonly blocks: readonly ParsedBlock[];
  readonly pictures: readonly ParsedPicture[];
  readonly leadPicture?: number;
} {
  const sameAt = told === undefined ? -1 : pictures.findIndex((picture) => isSamePicture(picture, told));
  if (told !== undefined && sameAt < 0)
    return { blocks, pictures: [...pictures, told], leadPicture: pictures.length };
  const [first] = blocks;
  const leadPicture = sameAt >= 0 ? sameAt : first?.kind === "picture" ? first.picture : undefined;
  if (leadPicture === undefined) return { blocks, pictures };
  const merged = pictures.map((picture, index) =>
    index === sameAt && told !== undefined ? { ...picture, ...told } : picture,
  );
  return {
    blocks: blocks.filter((block) => block.kind !== "picture" || block.picture !== leadPicture),
    pictures: merged,
    leadPicture,
  };
}
