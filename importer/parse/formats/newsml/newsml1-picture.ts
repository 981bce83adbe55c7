import { pictureOf } from "../../pictures/picture-of.ts";
import { languageTagOf } from "../../fields/resolve-language.ts";
import { webAddress } from "../../addresses/web-address.ts";
import { fileOf } from "../../nitf/nitf-picture.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, descendantsOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { isPictureContent, roleOf } from "./newsml1-components.ts";

/** The picture of a component of NewsML 1, in the largest size that is no preview. Pure. */
export function newsml1Picture(
  component: XmlElement,
  baseUrl: string | undefined,
): ParsedPicture | undefined {
  const contents = descendantsOf(component, "ContentItem").filter(isPictureContent);
  const [content] = contents.toSorted(
    (a, b) => Number(isPreview(a)) - Number(isPreview(b)) || widthOf(b) - widthOf(a),
  );
  const href = attributeOf(content, "Href") ?? "";
  const url = webAddress(href, baseUrl);
  const caption = captionOf(component);
  if (url === undefined && caption === undefined) return undefined;
  const lines = [component, ...descendantsOf(component, "NewsComponent")].map((part) =>
    childOf(part, "NewsLines"),
  );
  const line = (name: string): string | undefined =>
    lines.map((part) => textOf(childOf(part, name))).find((text) => text !== undefined);
  const photographer = line("ByLine");
  return pictureOf({
    url,
    file: url === undefined ? fileOf(href) : undefined,
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

const isPreview = (content: XmlElement): boolean =>
  /thumb|preview|quicklook|icon/i.test(content.parent === undefined ? "" : roleOf(content.parent));

const widthOf = (content: XmlElement): number => {
  const width = descendantsOf(content, "Property").find(
    (property) => attributeOf(property, "FormalName")?.toLowerCase() === "width",
  );
  return Number(attributeOf(width, "Value") ?? 0) || 0;
};
