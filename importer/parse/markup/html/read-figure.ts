import { cleanLine } from "../../cleaning/clean-line.ts";
import type { LeftOutPicture } from "../../parsed-body.ts";
import type { ParsedPicture, ParsedText } from "../../parsed-story.ts";
import { comparable } from "../../phrases/comparable.ts";
import { endsSentence } from "../../phrases/line-shape.ts";
import { readByline } from "../../phrases/read-byline.ts";
import { type Furniture, furnitureOf } from "../../pictures/furniture-of.ts";
import type { PictureSigns } from "../../pictures/furniture-rules.ts";
import { addressKey, nameKey, pictureName } from "../../pictures/same-picture.ts";
import { isCaption, isCredit, isHidden } from "./element-signs.ts";
import { oncePerPicture } from "../../pictures/merge-pictures.ts";
import { isPathOnSite, type PictureBase } from "../../pictures/picture-location.ts";
import { pictureAddress } from "./picture-address.ts";
import { readCaption, readCreditLine } from "../../pictures/read-caption.ts";
import { isInlineName, isSilentName } from "./element-forms.ts";
import { plainWords } from "./signs-around.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { ancestorsOf, attribute, elementsIn, marksOf, textOf } from "./walk-tree.ts";

/** A picture, or furniture; see `furnitureOf`. */
export type ReadPicture =
  | { readonly kind: "picture"; readonly picture: ParsedPicture }
  | {
      readonly kind: "left-out";
      readonly leftOut: LeftOutPicture;
      /** What a drawn character says. */
      readonly character?: string;
    };

/**
 * Reads a picture; `undefined` if nothing tells where it is. Pure.
 *
 * @param isCaptioned Whether a figure around it has words.
 */
export function readPicture(
  element: HtmlElement,
  base: PictureBase,
  isCaptioned = false,
): ReadPicture | undefined {
  const address = pictureAddress(element, base);
  const image = imageIn(element);
  const source = attribute(image, "src") ?? "";
  const written = address?.url ?? address?.file ?? source;
  const alt = cleanLine(attribute(image, "alt")) ?? "";
  const furniture =
    written === "" ? undefined : furnitureOf({ ...signsOf(image, isCaptioned), address: written, alt });
  if (furniture !== undefined) {
    const isCharacter = furniture.rule === "emoji" && /^\p{RGI_Emoji}{1,4}$/v.test(alt);
    return {
      kind: "left-out",
      leftOut: leftOutOf(image, written, furniture),
      ...(isCharacter ? { character: alt } : {}),
    };
  }
  const names = namesOf(image, address === undefined ? source : "");
  const isMissing = isPathOnSite(source) || isNameOfItem(source);
  if (address === undefined && !isMissing) return undefined;
  const knownAs = [...(address?.knownAs ?? []), ...names];
  const credited = isFileName(alt) ? undefined : readCaption(alt);
  const caption = readCaption(cleanLine(attribute(image, "data-caption")) ?? "");
  const credit = [caption, credited].find((facts) => facts?.creditLine !== undefined);
  const titled = attribute(image, "data-credit") ?? attribute(image, "data-copyright");
  const picture = {
    ...(address?.url === undefined ? {} : { url: address.url }),
    ...(address?.file === undefined ? {} : { file: address.file }),
    altTexts: textsOf(credited?.text),
    captions: textsOf(caption.text),
    ...(titled === undefined ? factsIn(credit) : readCreditLine(cleanLine(titled) ?? "")),
    ...(knownAs.length > 0 ? { knownAs } : {}),
  };
  return { kind: "picture", picture };
}

/** The pictures in an element that readers do not see. Pure. */
export function readHiddenPictures(element: HtmlElement, base: PictureBase): LeftOutPicture[] {
  return [...elementsIn(element)].flatMap((image) => {
    if (image.name !== "img" && image.name !== "amp-img") return [];
    const address = pictureAddress(image, base);
    const written = address?.url ?? address?.file ?? attribute(image, "src") ?? "";
    const hidden = { rule: "hidden", reason: "readers of the page do not see it" };
    const furniture = furnitureOf({ ...signsOf(image, false), address: written }) ?? hidden;
    return written === "" ? [] : leftOutOf(image, written, furniture);
  });
}

const longestShown = 500;

const leftOutOf = (image: HtmlElement, written: string, furniture: Furniture): LeftOutPicture => ({
  kind: "picture",
  address: written.length > longestShown ? `${written.slice(0, longestShown)}…` : written,
  place: [...ancestorsOf(image)]
    .map(({ name }) => name)
    .filter((name) => name !== "#root")
    .toReversed()
    .concat(image.name)
    .join("/"),
  ...furniture,
});

const imageIn = (element: HtmlElement): HtmlElement =>
  [...elementsIn(element)].find(({ name }) => name === "img" || name === "amp-img") ?? element;

/** Wires put an item's id in the place of the address. */
const isNameOfItem = (source: string): boolean => /^(?:urn|tag|cid):./i.test(source);

/** Attributes in which systems keep what they call a picture. */
const nameAttributes = /(?:^|[-_:])(?:id|key|ref|residref|uri|guid|association|embed|media|picture)$/;
const longestName = 300;

/** What the input calls a picture: names on it, and on what stands around it alone. */
function namesOf(image: HtmlElement, source: string): string[] {
  const names = new Set<string>(isNameOfItem(source) ? [nameKey(source)] : []);
  for (const element of [image, ...smallAround(image)]) {
    for (const [attributeName, value] of element.attributes) {
      const name = value.trim();
      if (nameAttributes.test(attributeName) && name !== "" && name.length <= longestName)
        names.add(nameKey(name));
    }
    const numbered = /(?:^|\s)wp-image-(\d+)(?:\s|$)/.exec(element.attributes.get("class") ?? "")?.[1];
    if (numbered !== undefined) names.add(nameKey(`wp-image-${numbered}`));
  }
  return [...names];
}

/** Reads an element with pictures and their caption. A caption for several goes to the last of them. Pure. */
export function readFigure(figure: HtmlElement, base: PictureBase): FigurePictures {
  const { pictures, leftOut } = picturesIn(figure, base);
  const captions = outermost(figure, isCaption);
  const texts = captions.length > 0 ? captions : [figure];
  const captioned = pictures.map((picture, index) => {
    const isPaired = captions.length === pictures.length;
    if (!isPaired && index < pictures.length - 1) return picture;
    return withCaption(
      picture,
      isPaired ? texts.slice(index, index + 1) : texts,
      figure,
      pictures.length > 1,
    );
  });
  return { pictures: captioned, leftOut };
}

/** The pictures of a figure, and those in it that are furniture. */
export interface FigurePictures {
  readonly pictures: readonly ParsedPicture[];
  readonly leftOut: readonly LeftOutPicture[];
}

/** The pictures in an element, each once, so that a lazy picture and its placeholder are one. */
function picturesIn(element: HtmlElement, base: PictureBase): FigurePictures {
  const pictures: ParsedPicture[] = [];
  const leftOut: LeftOutPicture[] = [];
  const isCaptioned = textOf(element) !== "";
  const isPicture = ({ name }: HtmlElement): boolean =>
    name === "picture" || name === "img" || name === "amp-img";
  for (const found of outermost(element, isPicture)) {
    const read = readPicture(found, base, isCaptioned);
    const isLate = [...ancestorsOf(found)].some(({ name }) => name === "noscript") && pictures.length > 0;
    if (read?.kind === "picture" && !isLate) pictures.push(withSource(read.picture, imageIn(found)));
    if (read?.kind === "left-out") leftOut.push(read.leftOut);
  }
  return { pictures: oncePerPicture(pictures).pictures, leftOut };
}

/** A picture without an address is still the same as another of the same source. */
function withSource(picture: ParsedPicture, image: HtmlElement): ParsedPicture {
  const source = attribute(image, "src");
  const isPlaced = picture.url !== undefined || picture.file !== undefined || source === undefined;
  return isPlaced ? picture : { ...picture, knownAs: [...(picture.knownAs ?? []), addressKey(source)] };
}

/** The elements that pass a test and are in no other such element. */
function outermost(element: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (child.kind === "text" || isHidden(child)) return [];
    return test(child) ? [child] : outermost(child, test);
  });
}

function withCaption(
  picture: ParsedPicture,
  captions: readonly HtmlElement[],
  figure: HtmlElement,
  isOneOfMany: boolean,
): ParsedPicture {
  const marked = isOneOfMany
    ? captions.flatMap((part) => outermost(part, isCredit))
    : outermost(figure, isCredit);
  const credits = new Set(
    marked.filter((element) => textOf(element) !== "" && !isWholeCaption(element, captions)),
  );
  if (credits.size === 0) {
    const last = captions.length === 1 ? lastAsCredit(captions[0]) : undefined;
    if (last !== undefined) credits.add(last);
  }
  const credit = cleanLine([...credits].map((element) => textWithout(element, nothing)).join(" ")) ?? "";
  const text = cleanLine(captions.map((caption) => textWithout(caption, credits)).join(" ")) ?? "";
  const facts = readCaption(text, credit === "" ? undefined : credit);
  return {
    ...picture,
    captions: facts.text === "" ? picture.captions : textsOf(facts.text),
    ...(facts.creditLine === undefined ? {} : factsIn(facts)),
  };
}

/** Whether a caption is entirely in small print, and is more than a credit. */
const isWholeCaption = (element: HtmlElement, captions: readonly HtmlElement[]): boolean =>
  element.name === "small" &&
  captions.some((caption) => textOf(caption) === textOf(element)) &&
  readCaption(textOf(element)).text !== "";

const longestCredit = 60;

/** The last part of a caption, if it is a short name after a longer text. */
function lastAsCredit(caption: HtmlElement | undefined): HtmlElement | undefined {
  const parts = (caption?.children ?? []).filter((child) => child.kind === "element" && textOf(child) !== "");
  const last = parts.at(-1);
  if (
    caption === undefined ||
    parts.length < 2 ||
    last?.kind !== "element" ||
    last !== caption.children.findLast(isSeen)
  )
    return undefined;
  const text = textOf(last);
  if (text.length > longestCredit || text.length >= textOf(caption).length / 2 || endsSentence(text))
    return undefined;
  const { sources, people } = readCreditLine(text);
  return last.name !== "a" && last.name !== "em" && sources.length + people.length > 0 ? last : undefined;
}

const isSeen = (node: HtmlNode): boolean => textOf(node) !== "";

const nothing: ReadonlySet<HtmlElement> = new Set();

function textWithout(node: HtmlNode, left: ReadonlySet<HtmlElement>): string {
  if (node.kind === "text") return node.text;
  if (left.has(node) || isHidden(node)) return " ";
  if (isSilentName(node.name)) return isInlineName(node.name) ? "" : " ";
  const inside = node.children.map((child) => textWithout(child, left)).join("");
  return isInlineName(node.name) ? plainWords(node, inside) : `${inside} `;
}

type Facts = Pick<ParsedPicture, "creditLine" | "sources" | "people">;

const factsIn = (facts: Facts | undefined): Facts => ({
  ...(facts?.creditLine === undefined ? {} : { creditLine: facts.creditLine }),
  sources: facts?.sources ?? [],
  people: facts?.people ?? [],
});

const textsOf = (text: string | undefined): ParsedText[] => (text ? [{ text }] : []);

/** A file name from a camera or program says nothing about the picture. */
const isFileName = (alt: string): boolean =>
  /^\S+\.(?:jpe?g|png|gif|webp|avif)$/i.test(alt) ||
  /^(?:img|dsc|image|photo|untitled)[\s_-]*\d*$/i.test(alt);

const smallestParts = 60;
const shortestText = 160;

/** The elements around a picture that hold little else: what they are called says what the picture is. */
function* smallAround(image: HtmlElement): Generator<HtmlElement> {
  for (const element of ancestorsOf(image)) {
    if (/^(?:#root|html|body|main|article|section)$/.test(element.name) || !isSmall(element)) return;
    yield element;
  }
}

function isSmall(element: HtmlElement): boolean {
  let parts = 0;
  let length = 0;
  for (const { children } of elementsIn(element)) {
    parts += 1;
    // Before its children are looked at: a page may have all of its pictures in one element.
    if (children.length > smallestParts) return false;
    for (const child of children) if (child.kind === "text") length += child.text.trim().length;
    if (parts > smallestParts || length > shortestText) return false;
  }
  return true;
}

/** What a page says about a picture, besides its address and what it shows. */
function signsOf(image: HtmlElement, isCaptioned: boolean): Omit<PictureSigns, "address"> {
  const around = [...smallAround(image)];
  const link = around.find(({ name }) => name === "a");
  const line = around.findLast(({ name }) => /^(?:p|div|span|li|address|header|small)$/.test(name));
  const [width, height] = [pixelsOf(image, "width"), pixelsOf(image, "height")];
  return {
    marks: marksOf(image),
    around: around.map(marksOf).join(" "),
    isCaptioned: isCaptioned || attribute(image, "data-caption") !== undefined,
    link: link === undefined ? undefined : attribute(link, "href"),
    isInByline:
      line !== undefined && isPortraitIn(line, image, Math.min(width ?? Infinity, height ?? Infinity)),
    width,
    height,
  };
}

/** Wider than this, a picture in the line of the byline leads the story. */
const widestPortrait = 160;

/** Whether a line is a byline, and a picture in it shows who is named: it says so, or it is no larger than a portrait. */
function isPortraitIn(line: HtmlElement, image: HtmlElement, size: number): boolean {
  const text = textOf(line);
  const byline = text === "" ? undefined : readByline(text);
  if (byline === undefined || (byline.strength !== "labelled" && byline.strength !== "titled")) return false;
  const called = comparable(`${attribute(image, "alt") ?? ""} ${pictureName(attribute(image, "src") ?? "")}`);
  return size <= widestPortrait || byline.names.some((name) => called.includes(comparable(name)));
}

const pixelStyles = {
  width: /(?:^|;)\s*width\s*:\s*(\d+)px/i,
  height: /(?:^|;)\s*height\s*:\s*(\d+)px/i,
} as const;

/** A size in pixels; in per cent it says nothing. */
function pixelsOf(image: HtmlElement, name: "width" | "height"): number | undefined {
  const written =
    /^\s*(\d+)(?:\.\d+)?(?:px)?\s*$/.exec(attribute(image, name) ?? "")?.[1] ??
    pixelStyles[name].exec(attribute(image, "style") ?? "")?.[1];
  return written === undefined ? undefined : Number(written);
}
