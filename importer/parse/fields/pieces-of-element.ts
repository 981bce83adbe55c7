import type { InputPiece } from "../input-piece.ts";
import { piecesOfTree } from "../markup/html/pieces-of-tree.ts";
import { readTree } from "../markup/html/read-tree.ts";
import { attributeOf, childrenOf, isElement, placeOf, rawTextOf } from "../markup/xml/navigate.ts";
import { toHtml } from "../markup/xml/to-html.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import { type PictureBase, pictureLocation, wireBase } from "../pictures/picture-location.ts";
import { piecesOfText } from "./pieces-of-text.ts";

/** Attributes that hold the address of something to show or play. */
const addressed = ["url", "href", "source", "NewsItemRef", "Href"] as const;

/** Elements that name a picture, a film or a sound by its address. */
const mediaNames = /^(?:enclosure|content|thumbnail|media-reference|remoteContent|ContentItem|image|player)$/;

const pictureType = /^(?:image|photo|picture)/i;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg)(?:[?#]|$)/i;

/**
 * All that an element of XML says of a story, in document order: the text of each element, or of each line of the HTML in
 * it, and what it shows, by address. Pure.
 *
 * @param baseUrl What relative addresses refer to; without it pictures are files beside the input.
 */
export function piecesOfElement(element: XmlElement, baseUrl: string | undefined): InputPiece[] {
  const own = mediaOf(element, wireBase(baseUrl));
  const inner = childrenOf(element);
  const hasText = element.children.some((node) => !isElement(node) && node.trim() !== "");
  if (inner.length > 0 && !hasText && !isMarkup(element)) {
    return [...own, ...inner.flatMap((child) => piecesOfElement(child, baseUrl))];
  }
  const base: PictureBase = { baseUrl, files: baseUrl === undefined ? "all" : "none" };
  const told = { base, place: placeOf(element), rule: "element-without-field", reason: "no-field" } as const;
  if (inner.length === 0) return [...own, ...piecesOfText(rawTextOf(element), told)];
  // Elements that name a picture by an attribute are not known to HTML.
  const media = elementsWithin(element).flatMap((inside) => mediaOf(inside, wireBase(baseUrl)));
  const read = readTree(toHtml(element));
  const texts = read.kind === "tree" ? piecesOfTree(read.root, told) : piecesOfText(rawTextOf(element), told);
  return [...own, ...media, ...texts];
}

/** All elements in an element. */
const elementsWithin = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => [child, ...elementsWithin(child)]);

/** Whether the element holds paragraphs, as the body of XHTML and NITF does. */
const isMarkup = (element: XmlElement): boolean =>
  childrenOf(element).some(({ local }) =>
    /^(?:p|div|h[1-6]|hl\d|ul|ol|table|blockquote|figure|img)$/.test(local),
  );

function mediaOf(element: XmlElement, base: PictureBase): InputPiece[] {
  if (!mediaNames.test(element.local)) return [];
  const written = addressed.map((name) => attributeOf(element, name)).find((value) => value !== undefined);
  if (written === undefined) return [];
  const location = pictureLocation(written, base);
  const address = location?.url ?? location?.file ?? written;
  const type =
    attributeOf(element, "type") ??
    attributeOf(element, "medium") ??
    attributeOf(element, "contenttype") ??
    "";
  const isPicture = pictureType.test(type) || (type === "" && pictureFile.test(written));
  const about = { text: "", address, place: placeOf(element) };
  return isPicture
    ? [{ kind: "picture", ...about, rule: "rendition-not-chosen", reason: "repetition" }]
    : [{ kind: "embed", ...about, rule: "media", reason: "no-form" }];
}
