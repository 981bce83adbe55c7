import type { HtmlElement } from "./read-tree.ts";
import { attribute, marksOf, textOf } from "./walk-tree.ts";

/** What an element's own name and attributes reveal about it. All pure. */

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[\s_-])(?:${words})(?:$|[\s_-])`);

const captionMarks =
  /caption|bildunterschrift|didascalia|cutline|pie-?(?:de-)?(?:foto|imagen)|(?:photo|image|img|picture|foto)[_-]?(?:text|desc|description|legende?|title|info)/;
const captionWords = word("legend|legende|pie|cap|desc-image|alt-image");

/** Whether the element is the caption of a picture. */
export function isCaption(element: HtmlElement): boolean {
  if (element.name === "figcaption") return true;
  const marks = marksOf(element);
  // The wrapper of a picture and its caption is often named after the caption.
  return captionMarks.test(marks) && !/wp-caption(?!-text)(?:$|\s)/.test(marks)
    ? true
    : captionWords.test(marks);
}

const creditMarks = /credit|copyright|photographer|fotograf|rights-?holder|crédit/;
const creditWords = word("source|sources|agency|byline|author|rights|quelle|fuente|crédito|autor");
const creditProperties = /^(?:credittext|copyrightholder|copyrightnotice|author|creator|photographer)$/i;

/** Whether, within a caption or figure, the element holds the credit. */
export function isCredit(element: HtmlElement): boolean {
  if (element.name === "cite" || element.name === "small") return true;
  const marks = marksOf(element);
  return (
    creditMarks.test(marks) ||
    creditWords.test(marks) ||
    creditProperties.test(attribute(element, "itemprop") ?? "")
  );
}

const figureMarks =
  /wp-caption|(?:^|[\s_-])(?:figure|image|img|photo|picture|foto|bild|imagen|grafik|pic)(?:$|[\s_-]|box|block|wrap|container|holder|frame|area)/;

/** Whether the element has a name that means picture. */
export const isCalledPicture = (element: HtmlElement): boolean => figureMarks.test(marksOf(element));

const hiddenMarks =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|u-hidden|is-hidden|hidden|d-none)(?:$|\s)/;

/** Whether the element is hidden from readers. */
export const isHidden = (element: HtmlElement): boolean =>
  element.attributes.has("hidden") ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attributes.get("style") ?? "") ||
  hiddenMarks.test(element.attributes.get("class")?.toLowerCase() ?? "");

/** Whether the style of an element sets its text in bold. */
export const isBold = (element: HtmlElement): boolean =>
  /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attributes.get("style") ?? "");

const headingMarks = word(
  "cross-?head(?:ing)?|inter-?(?:title|titre)|zwischen-?(?:titel|ueberschrift|überschrift)|sub-?heading|ladillo|mezzotitolo|ara-?baslik",
);
const longestHeading = 140;

/** Whether the element is a heading that is not called so by its element: by its role, or by a name that newsrooms use. */
export const isCalledHeading = (element: HtmlElement): boolean =>
  /^(?:p|div)$/.test(element.name) &&
  (attribute(element, "role") === "heading" || headingMarks.test(marksOf(element))) &&
  textOf(element).length <= longestHeading;
