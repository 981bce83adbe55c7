import { isPictureName, isPictureType } from "../../pictures/is-picture.ts";
import { largestRendition, type Rendition } from "../../pictures/largest-rendition.ts";
import { pictureLocation, wireBase, type PictureBase } from "../../pictures/picture-location.ts";
import { pictureOf } from "../../pictures/picture-of.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, childrenOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/**
 * Returns the pictures that a feed attaches to an entry: Media RSS first, then enclosures, and a thumbnail only if
 * there is nothing better. Of several sizes in a group, the largest. Pure.
 */
export function mediaPictures(entry: XmlElement, baseUrl: string | undefined): ParsedPicture[] {
  const base = wireBase(baseUrl);
  const groups = childrenOf(entry, "media:group", "media:content").flatMap((media) =>
    pictureOfMedia(media, entry, base),
  );
  const enclosures = [
    ...childrenOf(entry, "enclosure"),
    ...childrenOf(entry, "atom:link", "link").filter((link) => attributeOf(link, "rel") === "enclosure"),
  ].flatMap((enclosure) => pictureOfEnclosure(enclosure, base));
  const pictures = groups.length > 0 ? groups : enclosures;
  if (pictures.length > 0) return pictures;
  const thumbnail = largestRendition(childrenOf(entry, "media:thumbnail").map(renditionOf), base);
  return thumbnail === undefined ? [] : [pictureOf({ ...thumbnail.location, ...wordsOf([entry]) })];
}

function pictureOfMedia(media: XmlElement, entry: XmlElement, base: PictureBase): readonly ParsedPicture[] {
  const contents = media.name === "media:group" ? childrenOf(media, "media:content") : [media];
  const pictures = contents.filter((content) => isPicture(content, "url"));
  // A group's own thumbnails preview its content, which may be a film.
  const previews = pictures.length > 0 ? childrenOf(media, "media:thumbnail") : [];
  const largest = largestRendition([...pictures, ...previews].map(renditionOf), base);
  if (largest === undefined) return [];
  // Details on a group or entry apply to each of its contents, unless a content has its own.
  return [pictureOf({ ...largest.location, ...wordsOf([largest.rendition.element, media, entry]) })];
}

function pictureOfEnclosure(enclosure: XmlElement, base: PictureBase): readonly ParsedPicture[] {
  const name = enclosure.name === "enclosure" ? "url" : "href";
  const location = isPicture(enclosure, name)
    ? pictureLocation(attributeOf(enclosure, name) ?? "", base)
    : undefined;
  return location === undefined ? [] : [pictureOf(location)];
}

/** Feeds attach films and sound under the same names. */
function isPicture(content: XmlElement, address: string): boolean {
  const type = attributeOf(content, "medium") ?? attributeOf(content, "type");
  return isPictureType(type) ?? isPictureName(attributeOf(content, address) ?? "");
}

const renditionOf = (content: XmlElement): Rendition & { readonly element: XmlElement } => ({
  element: content,
  written: attributeOf(content, "url"),
  // "sample" is an extract or a small version, "full" the whole.
  name: content.name === "media:thumbnail" ? "thumbnail" : attributeOf(content, "expression"),
  type: attributeOf(content, "type"),
  width: attributeOf(content, "width"),
  height: attributeOf(content, "height"),
});

/** The details of a picture, from the innermost element that states them. */
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
    caption: textOf(first("media:description", "media:text")),
    credit: [...photographers, ...printed].filter((name) => name !== undefined).join("/") || undefined,
    photographers,
    copyrightNotice: textOf(first("media:copyright")),
  };
}
