import { cleanLine } from "../../cleaning/clean-line.ts";
import { foundAuthors } from "../../fields/found-authors.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, mapFound, type Found } from "../../fields/found.ts";
import { authorityOf, globalId } from "../../addresses/global-id.ts";
import { htmlBody } from "../../fields/html-body.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { emptyBody, textOfBody, type ParsedBody } from "../../parsed-body.ts";
import { webAddress } from "../../addresses/web-address.ts";
import { baseOf } from "../../markup/xml/base-of.ts";
import { attributeOf, childOf, childrenOf, inherited, rawTextOf, textOf } from "../../markup/xml/navigate.ts";
import { toHtml } from "../../markup/xml/to-html.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { mediaPictures } from "./media-pictures.ts";
import { textOfAuthor } from "./text-of-author.ts";

/** Reads an `item` of RSS, of any version. Pure. */
export function rssItem(item: XmlElement, channel: XmlElement | undefined, outerBase?: string): FoundStory {
  const link = linkOf(item);
  const baseUrl = baseOf(item, outerBase) ?? link?.value ?? textOf(childOf(channel, "link"));
  const { body, summary } = textsOf(item, baseUrl);
  const { body: led, leadPicture } = leadWith(body.value, mediaPictures(item, baseUrl));
  return {
    url: link,
    id: mapFound(foundText(childOf(item, "guid", "dc:identifier"), "feed-id") ?? aboutOf(item), (id) =>
      globalId(id, authorityOf(textOf(childOf(channel, "link")) ?? outerBase)),
    ),
    versionCreated: textOf(childOf(item, "atom:updated", "dcterms:modified")),
    headline: titleOf(item),
    summary,
    ...foundAuthors(
      childrenOf(item, "dc:creator", "author", "atom:author").map((author) =>
        foundIn(author, textOfAuthor(author), "feed-author"),
      ),
    ),
    publishedAt: foundText(
      childOf(item, "pubDate", "dc:date", "dcterms:created", "dcterms:issued", "atom:published"),
      "feed-date",
    ),
    body: { ...body, value: led },
    leadPicture,
    infoSources: sourcesOf(item, channel),
    language: languageOf(item, channel),
    keywords: keywordsOf(item),
  };
}

function titleOf(item: XmlElement): Found<string> | undefined {
  const title = childOf(item, "title", "media:title", "dc:title");
  return foundIn(title, cleanLine(title && toHtmlOrText(title)), "feed-title");
}

/** HTML as most feeds send it, escaped; or as plain tags, as some do by mistake. */
const toHtmlOrText = (element: XmlElement): string =>
  childrenOf(element).length > 0 ? toHtml(element) : rawTextOf(element);

function linkOf(item: XmlElement): Found<string> | undefined {
  const guid = childOf(item, "guid");
  const isPermanent = attributeOf(guid, "isPermaLink")?.toLowerCase() !== "false";
  const alternate = childrenOf(item, "atom:link").find(
    (link) => (attributeOf(link, "rel") ?? "alternate") === "alternate",
  );
  const base = baseOf(item, undefined);
  return [
    foundText(childOf(item, "feedburner:origLink"), "feed-link"),
    foundText(childOf(item, "link"), "feed-link"),
    foundIn(alternate, attributeOf(alternate, "href"), "feed-link"),
    isPermanent ? foundText(guid, "feed-permanent-id") : undefined,
  ]
    .filter(isFound)
    .map((found) => ({ ...found, value: webAddress(found.value, base) ?? "" }))
    .find(({ value }) => value !== "");
}

const aboutOf = (item: XmlElement): Found<string> | undefined =>
  foundIn(item, attributeOf(item, "rdf:about"), "feed-id");

/** Elements with the full text: those of specifications, then those that systems have made up. */
const fullTexts = [
  ["content:encoded"],
  ["xhtml:body", "xhtml:div"],
  ["yandex:full-text", "turbo:content", "fulltext", "full-text", "full_text", "content", "body", "text"],
] as const;

/** The full text if there is one; a description alone may be the whole text or its beginning. */
function textsOf(
  item: XmlElement,
  baseUrl: string | undefined,
): { body: Found<ParsedBody>; summary: Found<string> | undefined } {
  const full = fullTexts
    .map((names) => childOf(item, ...names))
    .find((element) => element !== undefined && /\S\s+\S/.test(rawTextOf(element)));
  const description = childOf(item, "description", "dc:description", "dcterms:abstract");
  const described = description === undefined ? emptyBody : htmlBody(toHtmlOrText(description), baseUrl);
  const body = full === undefined ? described : htmlBody(toHtmlOrText(full), baseUrl);
  const summary = cleanLine(textOfBody(described));
  const found = foundIn(
    full ?? description ?? item,
    body,
    full === undefined ? "feed-description-as-text" : "feed-full-text",
    full === undefined ? 0.6 : 1,
  );
  const isOwnText = full !== undefined && !isBeginning(summary, textOfBody(body));
  return {
    body: found ?? { value: body, place: "", rule: "feed-full-text", confidence: 1 },
    summary: isOwnText ? foundIn(description, summary, "feed-description") : undefined,
  };
}

/** Whether a summary is only the first words of the text, as programs generate them. */
function isBeginning(summary: string | undefined, text: string): boolean {
  const words = summary?.replace(/\s*(?:\[?(?:…|\.\.\.)\]?)?\s*$/u, "") ?? "";
  return words !== "" && (cleanLine(text) ?? "").startsWith(words);
}

function sourcesOf(
  item: XmlElement,
  channel: XmlElement | undefined,
): NonNullable<FoundStory["infoSources"]> {
  const original = [childOf(item, "source", "dc:source"), childOf(item, "dc:publisher")]
    .map((source) => foundIn(source, textOf(source), "feed-source"))
    .filter(isFound)
    .filter(({ value }) => !/^https?:/.test(value));
  const own = childOf(channel, "dc:publisher", "title");
  const publisher = foundIn(own, textOf(own), "feed-publisher", 0.6);
  return [
    ...original.map((found) => ({ ...found, value: { printed: found.value, role: "originator" as const } })),
    ...(publisher === undefined
      ? []
      : [{ ...publisher, value: { printed: publisher.value, role: "distributor" as const } }]),
  ];
}

function languageOf(item: XmlElement, channel: XmlElement | undefined): Found<string> | undefined {
  const language = childOf(item, "dc:language") ?? childOf(channel, "language", "dc:language");
  return (
    foundText(childOf(item, "dc:language"), "feed-language") ??
    foundIn(item, inherited(item, "xml:lang"), "feed-language") ??
    foundText(language, "feed-language")
  );
}

function keywordsOf(item: XmlElement): Found<string>[] {
  const listed = childOf(item, "media:keywords");
  return [
    ...childrenOf(item, "category", "dc:subject").map((category) =>
      foundIn(category, textOf(category), "feed-category"),
    ),
    ...(textOf(listed)?.split(/[,،，、]/) ?? []).map((keyword) =>
      foundIn(listed, cleanLine(keyword), "feed-keywords"),
    ),
  ].filter(isFound);
}
