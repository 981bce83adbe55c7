import { pictureOf } from "../pictures/picture-of.ts";
import { webAddress } from "../addresses/web-address.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import { attributeOf, childOf, childrenOf, oneLine, textOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";

/** The picture that a `media` of NITF shows, in the largest size offered; `undefined` if it is none. Pure. */
export function nitfPicture(media: XmlElement, baseUrl: string | undefined): ParsedPicture | undefined {
  const type = attributeOf(media, "media-type")?.toLowerCase() ?? "image";
  if (!/^(?:image|photo|picture|graphic|other)$/.test(type)) return undefined;
  const references = childrenOf(media, "media-reference").filter((reference) =>
    /^image\/|^$/.test(attributeOf(reference, "mime-type") ?? ""),
  );
  const [reference] = references.toSorted((a, b) => widthOf(b) - widthOf(a));
  const source = attributeOf(reference, "source") ?? attributeOf(reference, "data-location") ?? "";
  const url = webAddress(source, baseUrl);
  const caption = captionOf(media);
  if (url === undefined && caption === undefined) return undefined;
  const credit = textOf(childOf(media, "media-producer")) ?? metadataOf(media, "credit");
  return pictureOf({
    url,
    file: url === undefined ? fileOf(source) : undefined,
    alt: oneLine(attributeOf(reference, "alternate-text")),
    caption,
    credit,
    copyrightNotice: metadataOf(media, "copyright"),
  });
}

const widthOf = (reference: XmlElement): number => Number(attributeOf(reference, "width") ?? 0) || 0;

/** Captions may be several paragraphs. */
function captionOf(media: XmlElement): string | undefined {
  const captions = childrenOf(media, "media-caption").map((caption) => {
    const paragraphs = childrenOf(caption, "p");
    return paragraphs.length > 0 ? paragraphs.map(textOf).join(" ") : textOf(caption);
  });
  return oneLine(captions.join(" "));
}

function metadataOf(media: XmlElement, name: string): string | undefined {
  const found = childrenOf(media, "media-metadata").find(
    (metadata) => attributeOf(metadata, "name")?.toLowerCase() === name,
  );
  return oneLine(attributeOf(found, "value"));
}

/** A picture that comes along as a file; never a path out of the folder of the input. */
export function fileOf(source: string): string | undefined {
  const path = source
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "");
  // A name without the ending of a picture is a number in somebody's archive.
  const isPicture = /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|heic|svg)$/i.test(path);
  const isInside = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) && !path.split("/").includes("..");
  return isPicture && isInside ? path : undefined;
}
