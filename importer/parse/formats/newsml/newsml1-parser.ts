import { isGrave } from "../../control/wire-order.ts";
import { orNoStories } from "../../fields/or-no-stories.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { pictureStory } from "../../fields/picture-story.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import { attributeOf, childOf, placeOf, textOf } from "../../markup/xml/navigate.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { inheritedChild, pictureComponents, textComponents } from "./newsml1-components.ts";
import { newsml1Control } from "./newsml1-control.ts";
import { newsml1Picture } from "./newsml1-picture.ts";
import { newsml1Story } from "./newsml1-story.ts";

/** NewsML 1.0 to 1.2: items with one or more stories, their pictures, and embedded NITF. */
export const newsml1Parser: Parser = {
  format: "newsml-1",
  recognises: ({ text }) => rootOf(text)?.name === "NewsML",
  *parse(text, { baseUrl }) {
    const items = parseItems(
      text,
      ({ name, parent }) => name === "NewsItem" && parent?.parent === undefined,
      (item) => parseItem(item, baseUrl),
      // What a component holds may be an item of its own.
      { mayNest: true },
    );
    yield* orNoStories(items, "NewsML 1");
  },
};

function* parseItem(item: XmlElement, baseUrl: string | undefined): Generator<ParsedItem> {
  const update = childOf(item, "Update");
  // What replaces or adds a part of an earlier revision is no story without the rest, unless it has a headline too.
  const texts = textComponents(item).filter(
    ({ component }) =>
      update === undefined || inheritedChild(component, "NewsLines", "HeadLine") !== undefined,
  );
  const pictures = pictureComponents(item).flatMap((component) => {
    const picture = newsml1Picture(component, baseUrl);
    return picture === undefined ? [] : [{ component, picture }];
  });
  if (texts.length === 0) {
    if (newsml1Control(item, item).orders.some(({ value }) => isGrave(value.kind))) {
      // A withdrawal need not repeat the story.
      const component = childOf(item, "NewsComponent") ?? item;
      yield storyItem(
        newsml1Story({ item, component, pictures: [] }, baseUrl),
        piecesOfElement(item, baseUrl),
      );
      return;
    }
    const [first] = pictures;
    if (first !== undefined && update === undefined) {
      const found = newsml1Story({ item, component: first.component, pictures: [] }, baseUrl);
      const all = pictures.map(({ picture }) => picture);
      yield storyItem(pictureStory(found, all), piecesOfElement(item, baseUrl));
      return;
    }
    yield unsupported(whyNoStory(item, update), item.line);
    return;
  }
  for (const [index, text] of texts.entries()) {
    const own =
      texts.length === 1 ? pictures : pictures.filter(({ component }) => isNear(component, text.component));
    const part = attributeOf(text.component, "Duid") ?? String(index + 1);
    yield storyItem(
      newsml1Story(
        {
          ...text,
          item,
          pictures: own.map(({ picture }) => picture),
          ...(texts.length === 1 ? {} : { part }),
        },
        baseUrl,
      ),
      piecesOfElement(texts.length === 1 ? item : text.component, baseUrl),
    );
  }
}

/** An update names the story that it belongs to, and what it says, so that somebody can put it in. */
function whyNoStory(item: XmlElement, update: XmlElement | undefined): string {
  if (update === undefined) return `The item at ${placeOf(item)} has no text`;
  const { id } = newsml1Story({ item, component: item, pictures: [] }, undefined);
  const named = id === undefined ? `at ${placeOf(item)}` : `"${id.value}"`;
  const says = textOf(update)?.slice(0, longestQuote);
  const what = `The item ${named} only changes parts of an earlier revision`;
  return says === undefined ? what : `${what}: "${says}"`;
}

/** In characters: a paragraph or two. */
const longestQuote = 1_000;

/** Whether a picture is beside or within a text, rather than with another story of the item. */
const isNear = (picture: XmlElement, text: XmlElement): boolean =>
  picture.parent === text || picture.parent === text.parent;
