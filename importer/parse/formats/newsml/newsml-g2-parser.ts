import { orNoStories } from "../../fields/or-no-stories.ts";
import { passedOver } from "../../fields/passed-over.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { pictureStory } from "../../fields/picture-story.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { attributeOf, childOf, placeOf } from "../../markup/xml/navigate.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { classOf, collectG2Links, isG2Item, isG2Picture, type G2Links } from "./g2-links.ts";
import { g2Picture } from "./g2-picture.ts";
import { g2Story } from "./g2-story.ts";

/** NewsML-G2: news messages and single items. Pictures of a message go to the stories that link to them; others are imported by themselves. */
export const newsmlG2Parser: Parser = {
  format: "newsml-g2",
  recognises: ({ text }) =>
    /^(?:newsMessage|newsItem|packageItem)$/.test(rootOf(text)?.name ?? "") &&
    /iptc\.org\/std\/nar\//.test(text),
  *parse(text, { baseUrl }) {
    const links = collectG2Links(text, baseUrl);
    const others = new Map<string, number>();
    const items = parseItems(text, isG2Item, (item) => {
      if (item.name === "newsItem") return parseItem(item, links, baseUrl);
      others.set(item.name, (others.get(item.name) ?? 0) + 1);
      return [];
    });
    yield* orNoStories(items, "NewsML-G2");
    yield* passedOver(others);
  },
};

/** A picture goes to the story that links to it, or is one by itself. Other content without text is reported. */
function parseItem(item: XmlElement, links: G2Links, baseUrl: string | undefined): readonly ParsedItem[] {
  const guid = attributeOf(item, "guid") ?? "";
  if (links.used.has(guid)) return [];
  const itemClass = classOf(item) ?? "text";
  const picture = isG2Picture(item) ? g2Picture(item, baseUrl) : undefined;
  if (picture !== undefined) {
    return [storyItem(pictureStory(g2Story(item, [], baseUrl), [picture]), piecesOfElement(item, baseUrl))];
  }
  const hasText = childOf(childOf(item, "contentSet"), "inlineXML") !== undefined && !isG2Picture(item);
  if (/^(?:text|composite)$/i.test(itemClass) || hasText) {
    return [
      storyItem(g2Story(item, links.pictures.get(guid) ?? [], baseUrl), piecesOfElement(item, baseUrl)),
    ];
  }
  const name = guid === "" ? `at ${placeOf(item)}` : `"${guid}"`;
  return [unsupported(`The item ${name} is of class "${itemClass}", not text`, item.line)];
}
