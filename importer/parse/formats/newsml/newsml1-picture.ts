import { foundPicture } from "../../pictures/found-picture.ts";
import { largestRendition } from "../../pictures/largest-rendition.ts";
import { wireBase } from "../../pictures/picture-location.ts";
import { nameKey } from "../../pictures/same-picture.ts";
import { languageTagOf } from "../../fields/resolve-language.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, descendantsOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { formalName, isPictureContent, roleOf } from "./newsml1-components.ts";

/** The picture of a NewsML 1 component, in its largest rendition. Pure. */
export function newsml1Picture(
  component: XmlElement,
  baseUrl: string | undefined,
): ParsedPicture | undefined {
  const renditions = descendantsOf(component, "ContentItem")
    .filter(isPictureContent)
    .map((content) => ({
      written: attributeOf(content, "Href"),
      // The purpose of a size is given on the component around it.
      name: content.parent === undefined ? undefined : roleOf(content.parent),
      type: formalName(content, "MimeType"),
      width: propertyOf(content, "width"),
      height: propertyOf(content, "height"),
    }));
  const caption = captionOf(component);
  const lines = [component, ...descendantsOf(component, "NewsComponent")].map((part) =>
    childOf(part, "NewsLines"),
  );
  const line = (name: string): string | undefined =>
    lines.map((part) => textOf(childOf(part, name))).find((text) => text !== undefined);
  const photographer = line("ByLine");
  const location = largestRendition(renditions, wireBase(baseUrl))?.location;
  const names = [component, ...descendantsOf(component, "ContentItem")].flatMap((part) =>
    ["Duid", "Euid"].flatMap((name) => attributeOf(part, name) ?? []),
  );
  return foundPicture({
    ...location,
    knownAs: [...(location?.knownAs ?? []), ...names.map(nameKey)],
    caption: textOf(caption) ?? line("HeadLine"),
    credit: line("CreditLine"),
    photographers: photographer === undefined ? [] : [photographer],
    language: languageTagOf(inherited(caption, "xml:lang")),
    copyrightNotice: line("CopyrightLine"),
  });
}

function captionOf(component: XmlElement): XmlElement | undefined {
  const captions = descendantsOf(component, "NewsComponent").filter((part) => /caption/i.test(roleOf(part)));
  return [
    ...captions.flatMap((part) => descendantsOf(part, "DataContent")),
    ...descendantsOf(component, "DataContent"),
  ].find((content) => textOf(content) !== undefined);
}

const propertyOf = (content: XmlElement, name: string): string | undefined =>
  attributeOf(
    descendantsOf(content, "Property").find(
      (property) => attributeOf(property, "FormalName")?.toLowerCase() === name,
    ),
    "Value",
  );
