import { cleanLine } from "../../cleaning/clean-line.ts";
import { readOrder } from "../../control/read-order.ts";
import { foundAuthors } from "../../fields/found-authors.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, mapFound, type Found } from "../../fields/found.ts";
import { authorityOf, globalId } from "../../addresses/global-id.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { emptyBody, textOfBody } from "../../parsed-body.ts";
import { webAddress } from "../../addresses/web-address.ts";
import { baseOf } from "../../markup/xml/base-of.ts";
import { at, attributeOf, childOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { atomText } from "./atom-text.ts";
import { mediaPictures } from "./media-pictures.ts";
import { textOfAuthor } from "./text-of-author.ts";

/** Reads an `entry` of Atom 1.0 or 0.3. Pure. */
export function atomEntry(entry: XmlElement, outerBase: string | undefined): FoundStory {
  const feed = entry.parent;
  const link = linkOf(entry, outerBase);
  const baseUrl = baseOf(entry, outerBase) ?? link?.value;
  const content = childOf(entry, "atom:content");
  const summary = childOf(entry, "atom:summary");
  const text = content ?? summary;
  const read = text === undefined ? emptyBody : atomText(text, baseUrl);
  const { body, leadPicture } = leadWith(read, mediaPictures(entry, baseUrl));
  const draft = at(entry, "app:control", "app:draft");
  return {
    url: link,
    id: mapFound(foundText(childOf(entry, "atom:id"), "feed-id"), (id) =>
      globalId(id, authorityOf(link?.value ?? baseUrl) ?? textOf(childOf(feed, "atom:id"))),
    ),
    versionCreated: textOf(childOf(entry, "atom:updated", "atom:modified")),
    headline: wordsIn(childOf(entry, "atom:title"), "feed-title"),
    summary: content === undefined ? undefined : wordsIn(summary, "feed-summary"),
    ...authorsOf(entry, feed),
    publishedAt: dateOf(entry),
    body: {
      ...(foundIn(text ?? entry, body, content === undefined ? "feed-summary-as-text" : "feed-full-text") ?? {
        value: body,
        place: "",
        rule: "feed-full-text",
      }),
      confidence: content === undefined ? 0.6 : 1,
    },
    leadPicture,
    infoSources: sourcesOf(entry, feed),
    language: foundIn(entry, languageOf(entry), "feed-language"),
    keywords: childrenOf(entry, "atom:category")
      .map((category) =>
        foundIn(
          category,
          cleanLine(attributeOf(category, "label") ?? attributeOf(category, "term")),
          "feed-category",
        ),
      )
      .filter(isFound),
    orders: [foundIn(draft, readOrder(textOf(draft), "atom-draft"), "feed-draft")].filter(isFound),
  };
}

const wordsIn = (element: XmlElement | undefined, rule: string): Found<string> | undefined =>
  element && foundIn(element, cleanLine(textOfBody(atomText(element, undefined))), rule);

/** The page that the entry is about; of several, the HTML one. */
function linkOf(entry: XmlElement, outerBase: string | undefined): Found<string> | undefined {
  const alternates = childrenOf(entry, "atom:link").filter(
    (link) => (attributeOf(link, "rel") ?? "alternate") === "alternate",
  );
  const isPage = (link: XmlElement): boolean => (attributeOf(link, "type") ?? "text/html") === "text/html";
  const link = alternates.find(isPage) ?? alternates[0];
  return foundIn(link, webAddress(attributeOf(link, "href") ?? "", baseOf(link, outerBase)), "feed-link");
}

/** Entries without authors inherit those of their original source or of the feed. */
function authorsOf(entry: XmlElement, feed: XmlElement | undefined): Pick<FoundStory, "byline" | "creators"> {
  const authors = [entry, childOf(entry, "atom:source"), feed]
    .map((element) => childrenOf(element, "atom:author"))
    .find((found) => found.length > 0);
  return foundAuthors((authors ?? []).map((author) => foundIn(author, textOfAuthor(author), "feed-author")));
}

/** The time of the last change is only a hint at the publication time. */
function dateOf(entry: XmlElement): Found<string> | undefined {
  return (
    foundText(childOf(entry, "atom:published", "atom:issued", "dc:date"), "feed-date") ??
    foundText(childOf(entry, "atom:updated", "atom:modified"), "feed-change-date", 0.4)
  );
}

function sourcesOf(entry: XmlElement, feed: XmlElement | undefined): NonNullable<FoundStory["infoSources"]> {
  const original = wordsIn(at(entry, "atom:source", "atom:title"), "feed-source");
  const publisher = wordsIn(childOf(feed, "atom:title"), "feed-publisher");
  return [
    ...(original === undefined
      ? []
      : [{ ...original, value: { printed: original.value, role: "originator" as const } }]),
    ...(publisher === undefined
      ? []
      : [
          {
            ...publisher,
            confidence: 0.6,
            value: { printed: publisher.value, role: "distributor" as const },
          },
        ]),
  ];
}

/** The language of the text, which may differ from the language of the elements around it. */
const languageOf = (entry: XmlElement): string | undefined =>
  inherited(childOf(entry, "atom:content", "atom:title"), "xml:lang") ?? inherited(entry, "xml:lang");
