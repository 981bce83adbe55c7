import { cleanLine } from "../../cleaning/clean-line.ts";
import { endsSentence, visualLength } from "../../phrases/line-shape.ts";
import { type Judgement, judgeElements } from "./judge-elements.ts";
import { isHidden } from "../../markup/html/element-signs.ts";
import { isInlineName, isSilentName } from "../../markup/html/element-forms.ts";
import { isFigure } from "../../markup/html/is-figure.ts";
import { isEmbed, isEmbedOfKnownSite } from "../../markup/html/read-embed.ts";
import { isDataTable } from "../../markup/html/read-table.ts";
import { plainWords } from "../../markup/html/signs-around.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";
import { elementsIn, findElement, marksOf, textOf } from "../../markup/html/walk-tree.ts";

/** An element with text of its own: the text outside any block in it. */
export interface TextLeaf {
  readonly kind: "text";
  readonly element: HtmlElement;
  readonly text: string;
  /** In letters, comparable across scripts. */
  readonly length: number;
  /** The part of the text that is links, from 0 to 1. */
  readonly linkShare: number;
  /** Whether it, or an element around it, belongs to the page and not to the story. */
  readonly isBoilerplate: boolean;
  /** How strongly it looks like a story's text: long, whole sentences, few links. */
  readonly weight: number;
}

/** A picture with its details, an embed or a table: it stays or goes as a whole. */
interface FigureLeaf {
  readonly kind: "figure";
  readonly element: HtmlElement;
  readonly isBoilerplate: boolean;
}

export type Leaf = TextLeaf | FigureLeaf;

/** The lines, paragraphs and pictures of a page. */
export interface Leaves {
  /** In page order. */
  readonly all: readonly Leaf[];
  readonly overruled: Judgement["overruled"];
}

/** Splits a page into the lines, paragraphs and pictures that readers see. Pure. */
export function leavesOf(root: HtmlElement): Leaves {
  const teasers = teasersIn(root);
  const { off, overruled } = judgeElements(root, teasers);
  const leaves: Leaf[] = [];
  const walk = (element: HtmlElement, around: boolean): void => {
    if (isHidden(element)) return;
    const isWhole = isOneWhole(element);
    if (isUnseen(element.name) && !isWhole) return;
    const isOff = around || teasers.has(element) || (off.has(element) && !isBoxOfEmbed(element));
    if (isWhole) {
      leaves.push({ kind: "figure", element, isBoilerplate: isOff });
      return;
    }
    const own = ownText(element);
    if (own !== undefined) leaves.push(toLeaf(element, own, isOff));
    for (const child of element.children)
      if (child.kind === "element" && !isInline(child)) walk(child, isOff);
  };
  walk(root, false);
  return { all: leaves, overruled };
}

/**
 * Elements that each begin with a link and have siblings of the same name and class: teasers of other stories, with
 * their texts.
 */
function teasersIn(root: HtmlElement): ReadonlySet<HtmlElement> {
  const teasers = new Set<HtmlElement>();
  for (const element of elementsIn(root)) {
    const alike = Map.groupBy(
      element.children.filter((child) => child.kind === "element"),
      (child) => `${child.name}.${marksOf(child).replace(/\d+/g, "0")}`,
    );
    for (const group of alike.values()) {
      if (group.length < 3 || !/^(?:div|article|section|li)$/.test(group[0]?.name ?? "")) continue;
      const linked = group.filter((child) => beginsWithLink(child) && textOf(child).length <= longestTeaser);
      if (linked.length >= 3 && linked.length >= 0.8 * group.length)
        for (const child of linked) teasers.add(child);
    }
  }
  return teasers;
}

/** A section of a story may begin with a link as well, but says more. */
const longestTeaser = 500;

/** Whether the first text in an element is entirely a link to elsewhere, as a block or heading of its own. */
function beginsWithLink(element: HtmlElement): boolean {
  const isText = ({ children }: HtmlElement): boolean =>
    children.some((child) => child.kind === "text" && child.text.trim().length > 1);
  const first = findElement(element, isText);
  if (first === undefined || first === element) return false;
  for (let at: HtmlElement | undefined = first; at !== undefined && at !== element; at = at.parent) {
    if (at.name === "a") return leadsElsewhere(at) && textOf(at).length >= 12 && isBlockOfLink(at, element);
  }
  return false;
}

/** Whether it is a link, and not one to another part of the page. */
const leadsElsewhere = ({ name, attributes }: HtmlElement): boolean =>
  name === "a" && !(attributes.get("href") ?? "").startsWith("#");

/** Excludes a paragraph that happens to begin with a link. */
function isBlockOfLink(link: HtmlElement, within: HtmlElement): boolean {
  const block = link.parent;
  return block === undefined || block === within
    ? within.children.length > 1 &&
        !within.children.some((child) => child.kind === "text" && child.text.trim() !== "")
    : textOf(block).length <= textOf(link).length + 12;
}

/**
 * Whether an element is part of a line of text: it contains no block. An inline element that holds a block is a
 * block.
 */
export const isInline = (element: HtmlElement): boolean =>
  isInlineName(element.name) &&
  findElement(element, (part) => !isInlineName(part.name) && part.name !== "br" && part.name !== "script") ===
    undefined;

const isUnseen = (name: string): boolean => name === "head" || isSilentName(name);

/** Sites name the boxes of players and posts after what they also name their own furniture. */
const embedBox = /(?:^|[\s_-])(?:player|video|audio|embed|media|widget|social|twitter|instagram)/;

/** Whether an element is there for the sake of one embed of a known site. */
const isBoxOfEmbed = (element: HtmlElement): boolean =>
  isEmbedOfKnownSite(element) ||
  (embedBox.test(marksOf(element)) &&
    findElement(element, isEmbedOfKnownSite) !== undefined &&
    textOf(element).length < longestBox);

const longestBox = 300;

/** Whether it stays or goes as a whole: a picture with its caption, an embed, a table of data. */
export const isOneWhole = (element: HtmlElement): boolean =>
  isPicture(element) || isEmbed(element) || isFigure(element) || isDataTable(element);

/** Whether it is a picture and nothing else. */
const isPicture = (element: HtmlElement): boolean =>
  /^(?:img|picture|amp-img)$/.test(element.name) ||
  // The fallback that readers without scripts see for what scripts load.
  (element.name === "noscript" &&
    findElement(element, ({ name }) => name === "img" || name === "iframe") !== undefined);

interface OwnText {
  readonly text: string;
  readonly linked: number;
}

function ownText(element: HtmlElement): OwnText | undefined {
  let linked = 0;
  const wordsOf = (node: HtmlNode, isLink: boolean): string => {
    if (node.kind === "text") {
      if (isLink) linked += node.text.trim().length;
      return node.text;
    }
    if (isHidden(node) || isUnseen(node.name)) return "";
    const inside = node.children.map((child) => wordsOf(child, isLink || leadsElsewhere(node)));
    return plainWords(node, inside.join(""));
  };
  const words = element.children.map((child) => {
    if (child.kind === "text" || isInline(child)) return wordsOf(child, leadsElsewhere(element));
    return child.name === "br" ? " " : "";
  });
  const text = cleanLine(words.join("")) ?? "";
  return /[\p{L}\p{N}]/u.test(text) ? { text, linked } : undefined;
}

function toLeaf(element: HtmlElement, { text, linked }: OwnText, isOff: boolean): TextLeaf {
  const length = visualLength(text);
  const linkShare = Math.min(1, linked / text.length);
  const certainty = endsSentence(text) ? 1 : length > 120 ? 0.7 : 0.2;
  const weight = isOff ? 0 : length * (1 - linkShare) ** 2 * certainty;
  return { kind: "text", element, text, length, linkShare, isBoilerplate: isOff, weight };
}
