import { orNoStories } from "../fields/or-no-stories.ts";
import { storyItem, unsupported } from "../fields/story-item.ts";
import type { ParsedItem, Parser } from "../parser.ts";
import { attributeOf, childOf, placeOf } from "../xml/navigate.ts";
import { parseItems } from "../xml/parse-items.ts";
import { rootOf } from "../xml/root-of.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { classOf, collectG2Links, isG2Item, isG2Picture, picturesOfItem, type G2Links } from "./g2-links.ts";
import { g2Story } from "./g2-story.ts";

/** NewsML-G2: news messages and single items. Pictures of a message go to the stories that link with them. */
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

/** Concepts and packages bind stories together; they are no loss. Other content than text is one. */
function parseItem(item: XmlElement, links: G2Links, baseUrl: string | undefined): readonly ParsedItem[] {
  if (item.name !== "newsItem" || isG2Picture(item)) return [];
  const itemClass = classOf(item) ?? "text";
  if (/^(?:text|composite)$/i.test(itemClass) || childOf(childOf(item, "contentSet"), "inlineXML")) {
    return [storyItem(g2Story(item, picturesOfItem(item, links), baseUrl))];
  }
  const guid = attributeOf(item, "guid") ?? placeOf(item);
  return [unsupported(`The item ${guid} is of the class "${itemClass}", and no text`, item.line)];
}
