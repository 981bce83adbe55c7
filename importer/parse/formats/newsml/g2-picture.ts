import { pictureOf } from "../../pictures/picture-of.ts";
import { dayOf } from "../../time/day-of.ts";
import { languageTagOf } from "../../fields/resolve-language.ts";
import { webAddress } from "../../addresses/web-address.ts";
import { fileOf } from "../nitf/nitf-picture.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Name, g2Role } from "./g2-name.ts";

/** The picture of a NewsML-G2 item about one, in the largest size that it offers. Pure. */
export function g2Picture(item: XmlElement, baseUrl: string | undefined): ParsedPicture | undefined {
  const contents = childrenOf(childOf(item, "contentSet"), "remoteContent");
  const isThumbnail = (content: XmlElement): boolean =>
    /thumb|preview/i.test(attributeOf(content, "rendition") ?? "");
  const [content] = contents.toSorted(
    (a, b) => Number(isThumbnail(a)) - Number(isThumbnail(b)) || widthOf(b) - widthOf(a),
  );
  const href = attributeOf(content, "href") ?? "";
  const url = webAddress(href, baseUrl);
  const meta = childOf(item, "contentMeta");
  const rights = childOf(item, "rightsInfo");
  const descriptions = childrenOf(meta, "description");
  const alt = descriptions.find((description) => /alt|access/.test(g2Role(description)));
  const caption =
    descriptions.find((description) => /caption/.test(g2Role(description))) ??
    descriptions.find((description) => description !== alt);
  const text = textOf(caption) ?? textOf(childOf(meta, "headline"));
  if (url === undefined && text === undefined) return undefined;
  return pictureOf({
    url,
    file: url === undefined ? fileOf(href) : undefined,
    alt: textOf(alt),
    caption: text,
    credit: textOf(childOf(meta, "creditline")),
    photographers: childrenOf(meta, "creator").flatMap((creator) => g2Name(creator) ?? []),
    language: languageTagOf(inherited(caption, "xml:lang")),
    dateCreated: dayOf(textOf(childOf(meta, "contentCreated"))),
    copyrightNotice: textOf(childOf(rights, "copyrightNotice")),
    usageTerms: textOf(childOf(rights, "usageTerms")),
  });
}

const widthOf = (content: XmlElement): number => Number(attributeOf(content, "width") ?? 0) || 0;
