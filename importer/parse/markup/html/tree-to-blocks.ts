import { linkAddress } from "../../addresses/web-address.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";
import type { ParsedEmbed } from "../../parsed-story.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import { textOfBlock, textOfBlocks } from "../../text-of-block.ts";
import type { BlockShape, Marks } from "./block-writer.ts";
import { isBold, isCalledHeading, isCaption, isHidden } from "./element-signs.ts";
import { formOf, type ElementForm } from "./element-forms.ts";
import { isFigure } from "./is-figure.ts";
import { type PageWriter, openPageWriter } from "./page-writer.ts";
import { isEmbed, readEmbed } from "./read-embed.ts";
import { readFigure, readHiddenPictures, readPicture } from "./read-figure.ts";
import { isDataTable, readTable } from "./read-table.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { signsAround } from "./signs-around.ts";
import { attribute, elementsIn, textOf } from "./walk-tree.ts";

/** Where elements are written, and the base of their addresses. */
interface Page {
  readonly writer: PageWriter;
  readonly base: PictureBase;
}

/** The context of a node: the marks of its text, and the kind of block around it. */
interface Surroundings {
  readonly marks: Marks;
  readonly shape: BlockShape;
  /** The list that the next item belongs to. */
  readonly list?: { readonly item: "bullet" | "number"; readonly level: number };
  readonly keepsLines?: true;
}

/**
 * Turns a tree of HTML into blocks and pictures; without a base, relative pictures are files next to the input. Pure;
 * it ends because the nesting of the tree is limited.
 */
export function treeToBlocks(
  root: HtmlElement,
  baseUrl: string | undefined,
  files: PictureBase["files"] = baseUrl === undefined ? "all" : "none",
): BlocksAndPictures {
  const page: Page = { writer: openPageWriter(), base: { baseUrl, files } };
  writeAll(page, root.children, { marks: {}, shape: { style: "normal" } });
  page.writer.endBlock({ style: "normal" });
  const { blocks, pictures, leftOut } = page.writer;
  return { blocks, pictures, ...(leftOut.length > 0 ? { leftOut } : {}) };
}

function writeAll(page: Page, nodes: readonly HtmlNode[], around: Surroundings): void {
  for (const node of nodes) {
    if (node.kind === "text") writeText(page.writer, node.text, around);
    else writeElement(page, node, around);
  }
}

function writeText(writer: PageWriter, text: string, { marks, keepsLines }: Surroundings): void {
  if (keepsLines === undefined) {
    writer.addText(text, marks);
    return;
  }
  text.split("\n").forEach((line, index) => {
    if (index > 0) writer.addLineBreak();
    writer.addText(line, marks);
  });
}

function writeElement(page: Page, element: HtmlElement, around: Surroundings): void {
  const form = formOf(element.name);
  // What readers never see may be a picture that counts them.
  if (isHidden(element)) return page.writer.leaveOut(readHiddenPictures(element, page.base));
  if (isFormOfFields(element) || "leftOut" in form) return;
  const embed = readEmbed(element, page.base.baseUrl);
  if (embed?.kind === "left-out") return;
  if (embed?.kind === "embed") return writeEmbed(page, element, embed.embed);
  if (isFigure(element)) return writeFigure(page, element, around);
  if (isCaption(element) && page.writer.addCaption(textOf(element), around.shape)) return;
  if (isDataTable(element)) return writeTable(page, element);
  if (isCalledHeading(element)) return writers.heading(page, element, around);
  writers[form.as](page, element, isBold(element) ? inBold(around) : around);
}

const inBold = (around: Surroundings): Surroundings => ({
  ...around,
  marks: { ...around.marks, strong: true },
});

/** A form to fill in; some systems wrap the whole page in one. */
const isFormOfFields = (element: HtmlElement): boolean =>
  element.name === "form" && textOf(element).length < 400;

type Writer = (page: Page, element: HtmlElement, around: Surroundings) => void;
type Kept = Extract<ElementForm, { readonly as: string }>["as"];

/** How each form is written. */
const writers: Readonly<Record<Kept, Writer>> = {
  words: writeWords,
  strong: writeMarked({ strong: true }),
  em: writeMarked({ em: true }),
  sub: writeMarked({ sub: true }),
  sup: writeMarked({ sup: true }),
  link: writeLink,
  "quoted-words": writeWords,
  "ruby-text": writeWords,
  block: (page, element, around) => writeBlock(page, element, around.shape, around),
  figure: (page, element, around) => writeBlock(page, captionLast(element), around.shape, around),
  heading: (page, element, around) => writeBlock(page, element, { style: "h2" }, { ...around, marks: {} }),
  "sub-heading": (page, element, around) =>
    writeBlock(page, element, { style: "h3" }, { ...around, marks: {} }),
  quotation: (page, element, around) => writeBlock(page, element, { style: "blockquote" }, around),
  list: writeList,
  item: writeItem,
  preformatted: (page, element, around) =>
    writeBlock(page, element, around.shape, { ...around, keepsLines: true }),
  "line-break": ({ writer }) => writer.addLineBreak(),
  rule: ({ writer }, _, { shape }) => writer.endBlock(shape),
  table: (page, element, around) => writeBlock(page, element, around.shape, around),
  row: writeRow,
  picture: writePicture,
  // A picture that is framed like a player.
  embed: (page, element, around) => writeBlock(page, element, around.shape, around),
  late: writeLate,
  detail: () => {},
};

/** What readers without scripts see: the picture or frame that a script would load. */
function writeLate(page: Page, element: HtmlElement, around: Surroundings): void {
  for (const part of elementsIn(element)) {
    if (part.name === "img") writePicture(page, part, around);
    const embed = part.name === "iframe" ? readEmbed(part, page.base.baseUrl) : undefined;
    if (embed?.kind === "embed") writeEmbed(page, part, embed.embed);
  }
}

function writePicture({ writer, base }: Page, element: HtmlElement, around: Surroundings): void {
  const read = readPicture(element, base);
  if (read?.kind === "picture") writer.addPicture(read.picture);
  if (read?.kind !== "left-out") return;
  // A drawn character is one of the text.
  if (read.character === undefined) writer.leaveOut([read.leftOut]);
  else writer.addText(read.character, around.marks);
}

/** What browsers without the player would show, which names no content: "Your browser does not support frames". */
const aboutBrowser =
  /browser|navegador|navigateur|navigatore|tarayıcı|браузер|דפדפן|متصفح|مرورگر|浏览器|瀏覽器|ブラウザ|브라우저|\biframes?\b|\bflash\b|javascript|html5/iu;

/** Something of another site; its content stands in for it. */
function writeEmbed({ writer, base }: Page, element: HtmlElement, embed: ParsedEmbed): void {
  const { blocks } = treeToBlocks({ ...element, name: "#root" }, base.baseUrl, base.files);
  const text = textOfBlocks(blocks.filter(({ kind }) => kind === "text"));
  const isAboutBrowser =
    /^(?:iframe|video|audio|object|embed)$/.test(element.name) && aboutBrowser.test(text);
  writer.addObject({ ...embed, ...(text === "" || isAboutBrowser ? {} : { text }) });
}

/** A figure's pictures and players; without any picture, what else is in it. */
function writeFigure(page: Page, element: HtmlElement, around: Surroundings): void {
  const { pictures, leftOut } = readFigure(element, page.base);
  for (const picture of pictures) page.writer.addPicture(picture);
  page.writer.leaveOut(leftOut);
  if (pictures.length === 0) return writeBlock(page, element, around.shape, around);
  for (const part of elementsIn(element)) {
    const embed = readEmbed(part, page.base.baseUrl);
    if (embed?.kind === "embed") writeEmbed(page, part, embed.embed);
  }
}

/** A figure without a picture: the caption above a table or player is its caption, too. */
function captionLast(figure: HtmlElement): HtmlElement {
  const isCaptionElement = (node: HtmlNode): boolean => node.kind === "element" && isCaption(node);
  const holdsObject = [...elementsIn(figure)].some((part) => isEmbed(part) || isDataTable(part));
  if (!holdsObject) return figure;
  const [captions, others] = [true, false].map((is) =>
    figure.children.filter((child) => isCaptionElement(child) === is),
  );
  return { ...figure, children: [...(others ?? []), ...(captions ?? [])] };
}

/** A table of data, then the pictures and players in its cells. */
function writeTable({ writer, base }: Page, element: HtmlElement): void {
  const beside: BlocksAndPictures[] = [];
  const table = readTable(element, (cell) => {
    const content = treeToBlocks({ ...cell, name: "#root" }, base.baseUrl, base.files);
    beside.push(content);
    return content.blocks.flatMap((block) => (block.kind === "text" ? [textOfBlock(block)] : [])).join("\n");
  });
  writer.addObject(table);
  for (const { blocks, pictures } of beside) {
    for (const block of blocks) {
      if (block.kind === "embed") writer.addObject(block);
      const picture = block.kind === "picture" ? pictures[block.picture] : undefined;
      if (picture !== undefined) writer.addPicture(picture);
    }
  }
}

/** The content of the element becomes a block of its own. */
function writeBlock(page: Page, element: HtmlElement, shape: BlockShape, around: Surroundings): void {
  page.writer.endBlock(shape);
  writeAll(page, element.children, { ...around, shape });
  page.writer.endBlock(around.shape);
}

function writeWords(page: Page, element: HtmlElement, around: Surroundings): void {
  const [before, after] = signsAround(element);
  if (before !== "") page.writer.addText(before, around.marks);
  writeAll(page, element.children, around);
  if (after !== "") page.writer.addText(after, around.marks);
}

function writeMarked(marks: Marks): Writer {
  return (page, element, around) =>
    writeAll(page, element.children, { ...around, marks: { ...around.marks, ...marks } });
}

function writeLink(page: Page, element: HtmlElement, around: Surroundings): void {
  const href = linkAddress(attribute(element, "href") ?? "", page.base.baseUrl);
  writeMarked(href === undefined ? {} : { href })(page, element, around);
}

const deepestList = 10;

function writeList(page: Page, element: HtmlElement, around: Surroundings): void {
  const level = Math.min((around.list?.level ?? 0) + 1, deepestList);
  const item = element.name === "ol" ? "number" : "bullet";
  writeBlock(page, element, around.shape, { ...around, list: { item, level } });
}

function writeItem(page: Page, element: HtmlElement, around: Surroundings): void {
  const { item, level } = around.list ?? { item: "bullet", level: 1 };
  writeBlock(page, element, { style: "normal", listItem: item, level }, around);
}

/** In a table that lays out a page, a row of short texts becomes one line, with its cells separated. */
function writeRow(page: Page, row: HtmlElement, around: Surroundings): void {
  if (!isRowOfTexts(row)) return writeBlock(page, row, around.shape, around);
  page.writer.endBlock(around.shape);
  const cells = row.children.filter((cell) => cell.kind === "element" && textOf(cell) !== "");
  cells.forEach((cell, index) => {
    if (index > 0) page.writer.addText(" | ", {});
    if (cell.kind === "element") writeAll(page, cell.children, around);
  });
  page.writer.endBlock(around.shape);
}

const isRowOfTexts = (row: HtmlElement): boolean => {
  for (const part of elementsIn(row)) {
    if (part !== row && /^(?:p|div|table|ul|ol|h[1-6]|img|figure|picture|blockquote)$/.test(part.name))
      return false;
  }
  return true;
};
