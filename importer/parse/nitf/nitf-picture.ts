import { cleanLine } from "../cleaning/clean-line.ts";
import { foundPicture } from "../pictures/found-picture.ts";
import { isPictureType } from "../pictures/is-picture.ts";
import { largestRendition } from "../pictures/largest-rendition.ts";
import { wireBase } from "../pictures/picture-location.ts";
import { nameKey } from "../pictures/same-picture.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import { attributeOf, childOf, childrenOf, textOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";

/** The picture of a NITF `media` element, in its largest rendition; `undefined` if it has none. Pure. */
export function nitfPicture(media: XmlElement, baseUrl: string | undefined): ParsedPicture | undefined {
  if (isPictureType(attributeOf(media, "media-type")) === false) return undefined;
  const renditions = childrenOf(media, "media-reference").map((reference) => ({
    written: attributeOf(reference, "source") ?? attributeOf(reference, "data-location"),
    name: attributeOf(reference, "name"),
    type: attributeOf(reference, "mime-type"),
    width: attributeOf(reference, "width"),
    height: attributeOf(reference, "height"),
    alt: cleanLine(attributeOf(reference, "alternate-text")),
  }));
  const largest = largestRendition(renditions, wireBase(baseUrl));
  const names = [media, ...childrenOf(media, "media-reference")].flatMap((element) =>
    ["id", "data-location", "source"].flatMap((name) => attributeOf(element, name)?.replace(/^#/, "") ?? []),
  );
  return foundPicture({
    ...largest?.location,
    knownAs: [...(largest?.location.knownAs ?? []), ...names.map(nameKey)],
    alt: largest?.rendition.alt ?? renditions.find(({ alt }) => alt !== undefined)?.alt,
    caption: captionOf(media),
    credit: textOf(childOf(media, "media-producer")) ?? metadataOf(media, "credit"),
    copyrightNotice: metadataOf(media, "copyright"),
  });
}

/** A caption may have several paragraphs. */
function captionOf(media: XmlElement): string | undefined {
  const captions = childrenOf(media, "media-caption").map((caption) => {
    const paragraphs = childrenOf(caption, "p");
    return paragraphs.length > 0 ? paragraphs.map(textOf).join(" ") : textOf(caption);
  });
  return cleanLine(captions.join(" "));
}

function metadataOf(media: XmlElement, name: string): string | undefined {
  const found = childrenOf(media, "media-metadata").find(
    (metadata) => attributeOf(metadata, "name")?.toLowerCase() === name,
  );
  return cleanLine(attributeOf(found, "value"));
}
