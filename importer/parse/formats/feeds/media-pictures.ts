import { pictureOf } from "../../pictures/picture-of.ts";
import { plainText } from "../../fields/plain-text.ts";
import { webAddress } from "../../addresses/web-address.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, childrenOf, rawTextOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/**
 * The pictures that a feed sends along with an entry: Media RSS first, then enclosures, and a thumbnail only where
 * there is nothing better. Each once; of the sizes in a group the largest. Pure.
 */
export function mediaPictures(entry: XmlElement, baseUrl: string | undefined): ParsedPicture[] {
  const groups = childrenOf(entry, "media:group", "media:content").flatMap((media) =>
    pictureOfMedia(media, entry, baseUrl),
  );
  const enclosures = [
    ...childrenOf(entry, "enclosure"),
    ...childrenOf(entry, "atom:link", "link").filter((link) => attributeOf(link, "rel") === "enclosure"),
  ].flatMap((enclosure) => pictureOfEnclosure(enclosure, baseUrl));
  const pictures = groups.length > 0 ? groups : enclosures;
  if (pictures.length > 0) return pictures;
  const thumbnail = largest(childrenOf(entry, "media:thumbnail"));
  const url = addressOf(thumbnail, "url", baseUrl);
  return url === undefined ? [] : [pictureOf({ url, ...wordsOf([entry]) })];
}

function pictureOfMedia(
  media: XmlElement,
  entry: XmlElement,
  baseUrl: string | undefined,
): readonly ParsedPicture[] {
  const contents = media.name === "media:group" ? childrenOf(media, "media:content") : [media];
  const content = largest(contents.filter(isPicture));
  const url = addressOf(content, "url", baseUrl);
  if (content === undefined || url === undefined) return [];
  // What a group or an entry says holds for each of its contents, unless one speaks for itself.
  return [pictureOf({ url, ...wordsOf([content, media, entry]) })];
}

function isPicture(content: XmlElement): boolean {
  const medium = attributeOf(content, "medium");
  const type = attributeOf(content, "type");
  if (medium !== undefined) return medium === "image";
  if (type !== undefined) return type.startsWith("image/");
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(attributeOf(content, "url") ?? "");
}

const largest = (contents: readonly XmlElement[]): XmlElement | undefined =>
  contents.toSorted((a, b) => Number(attributeOf(b, "width") ?? 0) - Number(attributeOf(a, "width") ?? 0))[0];

function pictureOfEnclosure(enclosure: XmlElement, baseUrl: string | undefined): readonly ParsedPicture[] {
  const url = addressOf(enclosure, enclosure.name === "enclosure" ? "url" : "href", baseUrl);
  return url === undefined || !(attributeOf(enclosure, "type") ?? "").startsWith("image/")
    ? []
    : [pictureOf({ url })];
}

const addressOf = (element: XmlElement | undefined, name: string, baseUrl: string | undefined) =>
  webAddress(attributeOf(element, name) ?? "", baseUrl);

/** What is said of a picture, by the innermost element that says it. */
function wordsOf(elements: readonly XmlElement[]) {
  const first = (...names: readonly string[]): XmlElement | undefined =>
    elements.map((element) => childOf(element, ...names)).find((found) => found !== undefined);
  const credits = elements
    .map((element) => childrenOf(element, "media:credit"))
    .find((found) => found.length > 0);
  const isPerson = (credit: XmlElement): boolean =>
    /photograph|illustrat/i.test(attributeOf(credit, "role") ?? "");
  const printed = (credits ?? []).filter((credit) => !isPerson(credit)).map(textOf);
  const photographers = (credits ?? []).filter(isPerson).flatMap((credit) => textOf(credit) ?? []);
  return {
    caption: plainText(rawTextOf(first("media:description", "media:text"))),
    credit: [...photographers, ...printed].filter((name) => name !== undefined).join("/") || undefined,
    photographers,
    copyrightNotice: textOf(first("media:copyright")),
  };
}
