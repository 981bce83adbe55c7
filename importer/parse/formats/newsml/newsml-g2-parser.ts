import { orNoStories } from "../../fields/or-no-stories.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { attributeOf, childOf, placeOf } from "../../markup/xml/navigate.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { classOf, collectG2Links, isG2Item, isG2Picture, type G2Links } from "./g2-links.ts";
import { g2Story } from "./g2-story.ts";

/** NewsML-G2: news messages and single items. Pictures of a message go to the stories that link to them. */
export const newsmlG2Parser: Parser = {
  format: "newsml-g2",
  recognises: ({ text }) =>
    /^(?:newsMessage|newsItem|packageItem)$/.test(rootOf(text)?.name ?? "") &&
    /iptc\.org\/std\/nar\//.test(text),
  *parse(text, { baseUrl }) {
    const links = collectG2Links(text, baseUrl);
    const items = parseItems(text, isG2Item, (item) => parseItem(item, links, baseUrl));
    yield* orNoStories(items, "NewsML-G2");
  },
};

/**
 * Concepts and packages only connect stories, so nothing is lost without them. Other non-text content on its own is
 * reported.
 */
function parseItem(item: XmlElement, links: G2Links, baseUrl: string | undefined): readonly ParsedItem[] {
  const guid = attributeOf(item, "guid") ?? "";
  if (item.name !== "newsItem" || links.used.has(guid)) return [];
  const itemClass = classOf(item) ?? "text";
  const hasText = childOf(childOf(item, "contentSet"), "inlineXML") !== undefined && !isG2Picture(item);
  if (/^(?:text|composite)$/i.test(itemClass) || hasText) {
    return [storyItem(g2Story(item, links.pictures.get(guid) ?? [], baseUrl))];
  }
  const name = guid === "" ? `at ${placeOf(item)}` : `"${guid}"`;
  return [unsupported(`The item ${name} is of class "${itemClass}", not text`, item.line)];
}
