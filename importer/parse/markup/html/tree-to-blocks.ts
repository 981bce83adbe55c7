import type { BlocksAndPictures } from "../../parsed-body.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { openBlockWriter, type BlockShape, type Marks } from "./block-writer.ts";
import { isCaption, isHidden } from "./element-signs.ts";
import { isInlineName } from "./inline-names.ts";
import { isFigure } from "./is-figure.ts";
import { mergePictures } from "../../pictures/merge-pictures.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import { readCaption } from "../../pictures/read-caption.ts";
import { pictureKey } from "../../pictures/same-picture.ts";
import { readFigure, readPicture } from "./read-figure.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { attribute, elementsIn, textOf } from "./walk-tree.ts";
import { linkAddress } from "../../addresses/web-address.ts";

/** Around a node: how its text is marked, and what kind of block it is in. */
interface Surroundings {
  readonly marks: Marks;
  readonly shape: BlockShape;
  /** The list that the next item belongs to. */
  readonly list?: { readonly item: "bullet" | "number"; readonly level: number };
  readonly keepsLines?: true;
}

/** What holds no text of a story, wherever it stands. */
const dropped = new Set(
  "script style noscript iframe frame frameset button input select textarea nav dialog audio video map area progress meter head title link meta base".split(
    " ",
  ),
);

const headings: Readonly<Record<string, "h2" | "h3">> = {
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h3",
  h5: "h3",
  h6: "h3",
};

const deepestList = 10;
const longestCaption = 600;
/** Turns a tree of HTML into blocks and pictures; without a base, relative pictures are files beside the input. Pure; the nesting of the tree is limited, so that this ends. */
export function treeToBlocks(
  root: HtmlElement,
  baseUrl: string | undefined,
  hasPictures = baseUrl === undefined,
): BlocksAndPictures {
  const base: PictureBase = { baseUrl, files: hasPictures ? "all" : "none" };
  const writer = openBlockWriter();
  const pictures: ParsedPicture[] = [];
  const numbers = new Map<string, number>();

  const place = (picture: ParsedPicture | undefined): void => {
    if (picture === undefined) return;
    const key = pictureKey(picture);
    const known = key === undefined ? undefined : numbers.get(key);
    const same = known === undefined ? undefined : pictures[known];
    // The second of two is the first once more; it may bring the words that the first lacks.
    if (known !== undefined && same !== undefined) pictures[known] = mergePictures(same, picture);
    else {
      if (key !== undefined) numbers.set(key, pictures.length);
      writer.addPicture(pictures.length);
      pictures.push(picture);
    }
  };

  /** Gives what a page calls a caption to the picture right above it; tells whether there is one without. */
  const addCaption = (element: HtmlElement, shape: BlockShape): boolean => {
    writer.endBlock(shape);
    const above = writer.blocks.at(-1);
    const picture = above?.kind === "picture" ? pictures[above.picture] : undefined;
    const text = textOf(element);
    if (above?.kind !== "picture" || picture === undefined || picture.captions.length > 0) return false;
    if (text === "" || text.length > longestCaption) return false;
    const { text: caption, ...credit } = readCaption(text);
    pictures[above.picture] = {
      ...picture,
      ...(caption === "" ? {} : { captions: [{ text: caption }] }),
      ...(credit.creditLine === undefined ? {} : credit),
    };
    return true;
  };

  const walkAll = (nodes: readonly HtmlNode[], around: Surroundings): void => {
    for (const node of nodes) walk(node, around);
  };

  const asBlock = (element: HtmlElement, shape: BlockShape, around: Surroundings): void => {
    writer.endBlock(shape);
    walkAll(element.children, { ...around, shape });
    writer.endBlock(around.shape);
  };

  const walk = (node: HtmlNode, around: Surroundings): void => {
    if (node.kind === "text") {
      if (around.keepsLines) {
        node.text.split("\n").forEach((line, index) => {
          if (index > 0) writer.addLineBreak();
          writer.addText(line, around.marks);
        });
      } else writer.addText(node.text, around.marks);
      return;
    }
    const { name } = node;
    if (isHidden(node)) return;
    if (name === "noscript") {
      // What readers without scripts see: the picture that a script would load.
      for (const image of elementsIn(node)) if (image.name === "img") place(readPicture(image, base));
    } else if (dropped.has(name) || isFormOfFields(node)) return;
    else if (name === "img" || name === "picture" || name === "amp-img") place(readPicture(node, base));
    else if (name === "br") writer.addLineBreak();
    else if (name === "hr") writer.endBlock(around.shape);
    else if (isFigure(node)) {
      const found = readFigure(node, base);
      for (const picture of found) place(picture);
      if (found.length === 0) asBlock(node, around.shape, around);
    } else if (isCaption(node) && addCaption(node, around.shape)) return;
    else if (isInlineName(name))
      walkAll(node.children, { ...around, marks: marksWithin(node, around, baseUrl) });
    else walkBlock(node, around);
  };

  const walkBlock = (element: HtmlElement, around: Surroundings): void => {
    const { name } = element;
    const heading = headings[name];
    if (heading !== undefined) asBlock(element, { style: heading }, { ...around, marks: {} });
    else if (name === "blockquote") asBlock(element, { style: "blockquote" }, around);
    else if (name === "ul" || name === "ol" || name === "menu") {
      const level = Math.min((around.list?.level ?? 0) + 1, deepestList);
      const list = { item: name === "ol" ? ("number" as const) : ("bullet" as const), level };
      asBlock(element, around.shape, { ...around, list });
    } else if (name === "li") {
      const { item, level } = around.list ?? { item: "bullet" as const, level: 1 };
      asBlock(element, { style: "normal", listItem: item, level }, around);
    } else if (name === "pre") asBlock(element, around.shape, { ...around, keepsLines: true });
    else if (name === "tr" && isRowOfData(element)) walkRow(element, around);
    else asBlock(element, around.shape, around);
  };

  /** A row of a table is a line, with its cells apart. */
  const walkRow = (row: HtmlElement, around: Surroundings): void => {
    writer.endBlock(around.shape);
    const cells = row.children.filter((cell) => cell.kind === "element" && textOf(cell) !== "");
    cells.forEach((cell, index) => {
      if (index > 0) writer.addText(" | ", {});
      if (cell.kind === "element") walkAll(cell.children, around);
    });
    writer.endBlock(around.shape);
  };

  walkAll(root.children, { marks: {}, shape: { style: "normal" } });
  writer.endBlock({ style: "normal" });
  return { blocks: writer.blocks, pictures };
}

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

/** A form to fill in; some systems set the whole page into one. */
const isFormOfFields = (element: HtmlElement): boolean =>
  element.name === "form" && textOf(element).length < 400;

const isRowOfData = (row: HtmlElement): boolean => {
  for (const part of elementsIn(row)) {
    if (part !== row && /^(?:p|div|table|ul|ol|h[1-6]|img|figure|picture|blockquote)$/.test(part.name))
      return false;
  }
  return true;
};
