import { linkAddress } from "../../addresses/web-address.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import type { BlockShape, Marks } from "./block-writer.ts";
import { isCaption, isHidden } from "./element-signs.ts";
import { isInlineName } from "./inline-names.ts";
import { isFigure } from "./is-figure.ts";
import { type PageWriter, openPageWriter } from "./page-writer.ts";
import { readFigure, readHiddenPictures, readPicture } from "./read-figure.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
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

/** How one kind of element is written. */
interface ElementRule {
  readonly takes: (element: HtmlElement) => boolean;
  readonly write: (page: Page, element: HtmlElement, around: Surroundings) => void;
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
    else writeBy(elementRules, page, node, around);
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

/** The first rule that accepts an element writes it. */
function writeBy(
  rules: readonly ElementRule[],
  page: Page,
  element: HtmlElement,
  around: Surroundings,
): void {
  for (const { takes, write } of rules) {
    if (!takes(element)) continue;
    write(page, element, around);
    return;
  }
}

const named = (...names: readonly string[]): ElementRule["takes"] => {
  const all = new Set(names);
  return ({ name }) => all.has(name);
};
const any = (): boolean => true;

/** What readers never see may be a picture that counts them. */
function leaveOutHidden({ writer, base }: Page, element: HtmlElement): void {
  writer.leaveOut(readHiddenPictures(element, base));
}

const leaveOut = (): void => {};

/** Elements that never contain text of a story. */
const isDropped = named(
  ..."script style iframe frame frameset button input select textarea nav dialog audio video map area progress meter head title link meta base".split(
    " ",
  ),
);

/** A form to fill in; some systems wrap the whole page in one. */
const isFormOfFields = (element: HtmlElement): boolean =>
  element.name === "form" && textOf(element).length < 400;

/** All elements, by what they may be. */
const elementRules: readonly ElementRule[] = [
  { takes: isHidden, write: leaveOutHidden },
  { takes: named("noscript"), write: writeLatePictures },
  { takes: isDropped, write: leaveOut },
  { takes: isFormOfFields, write: leaveOut },
  { takes: named("img", "picture", "amp-img"), write: writePicture },
  { takes: named("br"), write: ({ writer }) => writer.addLineBreak() },
  { takes: named("hr"), write: ({ writer }, _, { shape }) => writer.endBlock(shape) },
  { takes: isFigure, write: writeFigure },
  { takes: isCaption, write: writeCaption },
  { takes: any, write: writeTextElement },
];

/** Elements with text, by how it is set. */
const textRules: readonly ElementRule[] = [
  { takes: ({ name }) => isInlineName(name), write: writeInline },
  { takes: named("h1", "h2", "h3", "h4", "h5", "h6"), write: writeHeading },
  { takes: named("blockquote"), write: writeQuotation },
  { takes: named("ul", "ol", "menu"), write: writeList },
  { takes: named("li"), write: writeItem },
  { takes: named("pre"), write: writePreformatted },
  { takes: (element) => element.name === "tr" && isRowOfData(element), write: writeRow },
  { takes: any, write: (page, element, around) => writeBlock(page, element, around.shape, around) },
];

function writeTextElement(page: Page, element: HtmlElement, around: Surroundings): void {
  writeBy(textRules, page, element, around);
}

/** What readers without scripts see: the picture that a script would load. */
function writeLatePictures(page: Page, element: HtmlElement, around: Surroundings): void {
  for (const image of elementsIn(element)) if (image.name === "img") writePicture(page, image, around);
}

function writePicture({ writer, base }: Page, element: HtmlElement, around: Surroundings): void {
  const read = readPicture(element, base);
  if (read?.kind === "picture") writer.addPicture(read.picture);
  if (read?.kind !== "left-out") return;
  // A drawn character is one of the text.
  if (read.character === undefined) writer.leaveOut([read.leftOut]);
  else writer.addText(read.character, around.marks);
}

function writeFigure(page: Page, element: HtmlElement, around: Surroundings): void {
  const { pictures, leftOut } = readFigure(element, page.base);
  for (const picture of pictures) page.writer.addPicture(picture);
  page.writer.leaveOut(leftOut);
  if (pictures.length === 0) writeBlock(page, element, around.shape, around);
}

/** A caption is plain text if there is no picture without one right above it. */
function writeCaption(page: Page, element: HtmlElement, around: Surroundings): void {
  const isAdded = page.writer.addCaption(textOf(element), around.shape);
  if (!isAdded) writeTextElement(page, element, around);
}

/** The content of the element becomes a block of its own. */
function writeBlock(page: Page, element: HtmlElement, shape: BlockShape, around: Surroundings): void {
  page.writer.endBlock(shape);
  writeAll(page, element.children, { ...around, shape });
  page.writer.endBlock(around.shape);
}

function writeInline(page: Page, element: HtmlElement, around: Surroundings): void {
  writeAll(page, element.children, { ...around, marks: marksWithin(element, around, page.base.baseUrl) });
}

function writeHeading(page: Page, element: HtmlElement, around: Surroundings): void {
  const style = element.name === "h1" || element.name === "h2" ? "h2" : "h3";
  writeBlock(page, element, { style }, { ...around, marks: {} });
}

function writeQuotation(page: Page, element: HtmlElement, around: Surroundings): void {
  writeBlock(page, element, { style: "blockquote" }, around);
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

function writePreformatted(page: Page, element: HtmlElement, around: Surroundings): void {
  writeBlock(page, element, around.shape, { ...around, keepsLines: true });
}

/** A table row becomes one line, with its cells separated. */
function writeRow(page: Page, row: HtmlElement, around: Surroundings): void {
  page.writer.endBlock(around.shape);
  const cells = row.children.filter((cell) => cell.kind === "element" && textOf(cell) !== "");
  cells.forEach((cell, index) => {
    if (index > 0) page.writer.addText(" | ", {});
    if (cell.kind === "element") writeAll(page, cell.children, around);
  });
  page.writer.endBlock(around.shape);
}

const isRowOfData = (row: HtmlElement): boolean => {
  for (const part of elementsIn(row)) {
    if (part !== row && /^(?:p|div|table|ul|ol|h[1-6]|img|figure|picture|blockquote)$/.test(part.name))
      return false;
  }
  return true;
};

function marksWithin(element: HtmlElement, { marks }: Surroundings, baseUrl: string | undefined): Marks {
  switch (element.name) {
    case "strong":
    case "b":
      return { ...marks, strong: true };
    case "em":
    case "i":
      return { ...marks, em: true };
    case "a": {
      const href = linkAddress(attribute(element, "href") ?? "", baseUrl);
      return href === undefined ? marks : { ...marks, href };
    }
    default:
      return marks;
  }
}
