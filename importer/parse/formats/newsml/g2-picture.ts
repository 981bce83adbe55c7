import { languageTagOf } from "../../fields/resolve-language.ts";
import { attributeOf, childOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { foundPicture } from "../../pictures/found-picture.ts";
import { largestRendition } from "../../pictures/largest-rendition.ts";
import { wireBase } from "../../pictures/picture-location.ts";
import { nameKey } from "../../pictures/same-picture.ts";
import { dayOf } from "../../time/day-of.ts";
import { g2Name, g2Role } from "./g2-name.ts";

/** The picture of a NewsML-G2 picture item, in its largest rendition. Pure. */
export function g2Picture(item: XmlElement, baseUrl: string | undefined): ParsedPicture | undefined {
  const renditions = childrenOf(childOf(item, "contentSet"), "remoteContent").map((content) => ({
    written: attributeOf(content, "href"),
    name: attributeOf(content, "rendition"),
    type: attributeOf(content, "contenttype"),
    width: attributeOf(content, "width"),
    height: attributeOf(content, "height"),
  }));
  const meta = childOf(item, "contentMeta");
  const rights = childOf(item, "rightsInfo");
  const descriptions = childrenOf(meta, "description");
  const alt = descriptions.find((description) => /alt|access/.test(g2Role(description)));
  const caption =
    descriptions.find((description) => /caption/.test(g2Role(description))) ??
    descriptions.find((description) => description !== alt);
  const location = largestRendition(renditions, wireBase(baseUrl))?.location;
  const names = [item, ...childrenOf(childOf(item, "contentSet"), "remoteContent")].flatMap((element) =>
    ["guid", "id", "residref"].flatMap((name) => attributeOf(element, name) ?? []),
  );
  return foundPicture({
    ...location,
    knownAs: [...(location?.knownAs ?? []), ...names.map(nameKey)],
    alt: textOf(alt),
    caption: textOf(caption) ?? textOf(childOf(meta, "headline")),
    credit: textOf(childOf(meta, "creditline")),
    photographers: childrenOf(meta, "creator").flatMap((creator) => g2Name(creator) ?? []),
    language: languageTagOf(inherited(caption, "xml:lang")),
    dateCreated: dayOf(textOf(childOf(meta, "contentCreated"))),
    copyrightNotice: textOf(childOf(rights, "copyrightNotice")),
    usageTerms: textOf(childOf(rights, "usageTerms")),
  });
}
