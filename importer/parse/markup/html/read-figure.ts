import { cleanLine } from "../../cleaning/clean-line.ts";
import type { ParsedPicture, ParsedText } from "../../parsed-story.ts";
import { isCaption, isCredit, isHidden } from "./element-signs.ts";
import { mergePictures } from "../../pictures/merge-pictures.ts";
import { isPathOnSite, type PictureBase } from "../../pictures/picture-location.ts";
import { pictureKey } from "../../pictures/same-picture.ts";
import { pictureAddress } from "./picture-address.ts";
import { readCaption, readCreditLine } from "../../pictures/read-caption.ts";
import { isInlineName, isSilentName } from "./element-forms.ts";
import { plainWords } from "./signs-around.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { ancestorsOf, attribute, elementsIn, marksOf, textOf } from "./walk-tree.ts";

/** Reads a picture that is on its own; `undefined` if it belongs to the page and not to the story. Pure. */
export function readPicture(element: HtmlElement, base: PictureBase): ParsedPicture | undefined {
  const address = pictureAddress(element, base);
  const image = [...elementsIn(element)].find(({ name }) => name === "img" || name === "amp-img") ?? element;
  const isMissing = address === undefined && isPathOnSite(attribute(image, "src") ?? "");
  if ((address === undefined && !isMissing) || isOrnament(image)) return undefined;
  const alt = cleanLine(attribute(image, "alt")) ?? "";
  const credited = isFileName(alt) ? undefined : readCaption(alt);
  const caption = readCaption(cleanLine(attribute(image, "data-caption")) ?? "");
  const credit = [caption, credited].find((facts) => facts?.creditLine !== undefined);
  const titled = attribute(image, "data-credit") ?? attribute(image, "data-copyright");
  return {
    ...address,
    altTexts: textsOf(credited?.text),
    captions: textsOf(caption.text),
    ...(titled === undefined ? factsIn(credit) : readCreditLine(cleanLine(titled) ?? "")),
  };
}

/** Reads an element with pictures and their caption. A caption for several goes to the last of them. Pure. */
export function readFigure(figure: HtmlElement, base: PictureBase): ParsedPicture[] {
  const pictures = picturesIn(figure, base);
  const captions = outermost(figure, isCaption);
  const texts = captions.length > 0 ? captions : [figure];
  return pictures.map((picture, index) => {
    const isPaired = captions.length === pictures.length;
    if (!isPaired && index < pictures.length - 1) return picture;
    return withCaption(
      picture,
      isPaired ? texts.slice(index, index + 1) : texts,
      figure,
      pictures.length > 1,
    );
  });
}

/** The pictures in an element, each once, so that a lazy picture and its placeholder are one. */
function picturesIn(element: HtmlElement, base: PictureBase): ParsedPicture[] {
  const byKey = new Map<string, ParsedPicture>();
  const isPicture = ({ name }: HtmlElement): boolean =>
    name === "picture" || name === "img" || name === "amp-img";
  for (const found of outermost(element, isPicture)) {
    const picture = readPicture(found, base);
    const key = picture === undefined ? undefined : (pictureKey(picture) ?? attribute(found, "src"));
    const isLate = [...ancestorsOf(found)].some(({ name }) => name === "noscript") && byKey.size > 0;
    if (picture === undefined || key === undefined || isLate) continue;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? picture : mergePictures(known, picture));
  }
  return [...byKey.values()];
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
  if (text.length > longestCredit || text.length >= textOf(caption).length / 2 || /[.!?…]$/u.test(text))
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

const ornament =
  /(?:^|[\s_-])(?:avatar|logo|icon|emoji|smiley|gravatar|sprite|badge|tracking|author-photo)(?:$|[\s_-])/;

/** A picture of the page: a logo, a portrait beside a name, a tracking pixel. */
function isOrnament(image: HtmlElement): boolean {
  if (ornament.test(marksOf(image))) return true;
  const sizes = ["width", "height"].map((name) => Number.parseInt(attribute(image, name) ?? "", 10));
  return sizes.some((size) => size <= 48);
}
