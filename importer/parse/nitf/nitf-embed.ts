import { webAddress } from "../addresses/web-address.ts";
import { cleanLine } from "../cleaning/clean-line.ts";
import { providerOf } from "../markup/html/embed-providers.ts";
import { attributeOf, childrenOf, textOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import type { ParsedEmbed } from "../parsed-story.ts";

/** The embed of a NITF `media` element that is no picture; `undefined` if it has no web address. Pure. */
export function nitfEmbed(media: XmlElement, baseUrl: string | undefined): ParsedEmbed | undefined {
  const references = childrenOf(media, "media-reference");
  const url = references
    .map((reference) => webAddress(attributeOf(reference, "source") ?? "", baseUrl))
    .find((address) => address !== undefined);
  if (url === undefined) return undefined;
  const title = references
    .map((reference) => cleanLine(attributeOf(reference, "alternate-text")))
    .find(Boolean);
  const text = cleanLine(childrenOf(media, "media-caption").map(textOf).filter(Boolean).join(" "));
  return {
    kind: "embed",
    url,
    provider: providerOf(url),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
  };
}
