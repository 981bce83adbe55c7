import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, type Found } from "../../fields/found.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { readPrintedByline } from "../../phrases/read-printed-byline.ts";
import { nitfStory } from "../../nitf/nitf-story.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Control } from "./g2-control.ts";
import { g2Name, g2Role } from "./g2-name.ts";
import { g2Texts } from "./g2-texts.ts";
import { childWithText, inlineBody, nitfIn } from "./inline-body.ts";
import { presentFields } from "./present-fields.ts";

/**
 * Reads a `newsItem` of NewsML-G2. Pure.
 *
 * @param pictures Pictures linked to the item.
 */
export function g2Story(
  item: XmlElement,
  pictures: readonly ParsedPicture[],
  baseUrl: string | undefined,
): FoundStory {
  const itemMeta = childOf(item, "itemMeta");
  const meta = childOf(item, "contentMeta");
  const content = childWithText(childOf(item, "contentSet"), "inlineXML", "inlineData");
  const nitf = nitfIn(content);
  const inner: Partial<FoundStory> = nitf === undefined ? {} : nitfStory(nitf, baseUrl);
  const read = inner.body?.value ?? inlineBody(content, attributeOf(content, "contenttype"), baseUrl);
  const { body, leadPicture } = leadWith(read, pictures);
  const bylines = childrenOf(meta, "by");
  const printed = bylines.map((by) => readPrintedByline(textOf(by) ?? "").printed).join(", ");
  const creators = childrenOf(meta, "creator")
    .map((creator) => foundIn(creator, g2Name(creator), "newsml-g2-creator"))
    .filter(isFound);
  const credit = foundText(childOf(meta, "creditline"), "newsml-g2-creditline");
  const texts = g2Texts(meta, itemMeta);
  return {
    ...presentFields(inner),
    id: foundIn(item, attributeOf(item, "guid"), "newsml-g2-guid"),
    version: attributeOf(item, "version"),
    versionCreated: textOf(childOf(itemMeta, "versionCreated")),
    ...presentFields(texts),
    ...presentFields({
      byline: foundIn(bylines[0], printed === "" ? undefined : printed, "newsml-g2-by"),
      creators: creators.length > 0 ? creators : undefined,
      dateline: datelineOf(meta),
      publishedAt: dateOf(item, itemMeta),
      leadPicture: leadPicture ?? inner.leadPicture,
      sourceLine: credit,
      language: languageOf(item, meta, content),
    }),
    body: {
      ...(foundIn(content ?? item, body, "newsml-g2-content") ?? { place: "", rule: "", confidence: 1 }),
      value: body,
    },
    infoSources: sourcesOf(item, itemMeta, meta, credit),
    keywords: keywordsOf(meta),
    ...g2Control(item, inner),
  };
}

function datelineOf(meta: XmlElement | undefined): FoundStory["dateline"] {
  const dateline = childOf(meta, "dateline");
  const printed = textOf(dateline)?.replace(/\s*[-–—]\s*$/u, "");
  const located = childOf(meta, "located");
  const place = g2Name(located);
  // The place of writing is half a dateline, and often all there is.
  const asDateline = place === undefined ? undefined : { printed: place, place };
  if (printed === undefined) return foundIn(located, asDateline, "newsml-g2-located", 0.6);
  return foundIn(dateline, { printed, ...(place === undefined ? {} : { place }) }, "newsml-g2-dateline");
}

/** G2 records when an item was made, which is close to its publication; for later versions only if it says so. */
function dateOf(item: XmlElement, itemMeta: XmlElement | undefined): Found<string> | undefined {
  const isFirst = Number(attributeOf(item, "version") ?? 1) <= 1;
  return (
    foundText(childOf(itemMeta, "firstCreated"), "newsml-g2-first-created", 0.8) ??
    foundText(childOf(itemMeta, "versionCreated"), "newsml-g2-version-created", isFirst ? 0.8 : 0.4)
  );
}

function languageOf(
  item: XmlElement,
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
): Found<string> | undefined {
  const language = childOf(meta, "language");
  return (
    foundIn(language, attributeOf(language, "tag"), "newsml-g2-language") ??
    foundIn(item, inherited(content ?? item, "xml:lang"), "newsml-g2-language")
  );
}

/** Roles beyond the four that we keep, such as an enhancer's, count as contributions. */
function roleOf(source: XmlElement): "originator" | "contributor" | "distributor" | "aggregator" {
  const role = g2Role(source);
  if (role === "" || role.startsWith("orig")) return "originator";
  return role === "distributor" || role === "aggregator" ? role : "contributor";
}

function sourcesOf(
  item: XmlElement,
  itemMeta: XmlElement | undefined,
  meta: XmlElement | undefined,
  credit: Found<string> | undefined,
): NonNullable<FoundStory["infoSources"]> {
  const named = childrenOf(meta, "infoSource").map((source) =>
    foundIn(source, withPrinted(g2Name(source), roleOf(source)), "newsml-g2-info-source"),
  );
  const provider = childOf(itemMeta, "provider") ?? childOf(item.parent?.parent, "provider");
  const providing = foundIn(
    provider,
    withPrinted(g2Name(provider), "distributor"),
    "newsml-g2-provider",
    0.8,
  );
  const credited = credit && {
    ...credit,
    confidence: 0.8,
    value: { printed: credit.value, role: "originator" as const },
  };
  return [...named, credited, providing].filter(isFound);
}

const withPrinted = <Role extends string>(printed: string | undefined, role: Role) =>
  printed === undefined ? undefined : { printed, role };

function keywordsOf(meta: XmlElement | undefined): Found<string>[] {
  return [
    ...childrenOf(meta, "keyword").map((keyword) => foundText(keyword, "newsml-g2-keyword")),
    // A subject with only a code has no name, and means nothing to readers.
    ...childrenOf(meta, "subject")
      .filter((subject) => childOf(subject, "name") !== undefined)
      .map((subject) => foundIn(subject, g2Name(subject), "newsml-g2-subject")),
  ].filter(isFound);
}
