import { cleanLine } from "../../cleaning/clean-line.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { type Found, foundIn, foundText, isFound } from "../../fields/found.ts";
import {
  at,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  placeOf,
  textOf,
} from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { nitfStory } from "../../nitf/nitf-story.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { readPrintedByline } from "../../phrases/read-printed-byline.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { dayOf } from "../../time/day-of.ts";
import { inlineBody, nitfIn } from "./inline-body.ts";
import { formalName, inheritedChild, languageOf } from "./newsml1-components.ts";
import { newsml1Control } from "./newsml1-control.ts";
import { presentFields } from "./present-fields.ts";

/** A story within an item of NewsML 1, and the parts of the item that belong to it. */
export interface Newsml1Story {
  readonly item: XmlElement;
  readonly component: XmlElement;
  /** Absent in a withdrawal that does not repeat the story. */
  readonly content?: XmlElement;
  readonly pictures: readonly ParsedPicture[];
  /** Distinguishes it from the item's other stories; absent if it is the only one. */
  readonly part?: string;
}

/** Reads one story of a NewsML 1 item. Pure. */
export function newsml1Story(story: Newsml1Story, baseUrl: string | undefined): FoundStory {
  const { item, component, content, pictures } = story;
  const data = descendantsOf(content, "DataContent")[0] ?? content;
  const nitf = nitfIn(data);
  const inner: Partial<FoundStory> = nitf === undefined ? {} : nitfStory(nitf, baseUrl);
  const type = formalName(content, "MimeType").toLowerCase() || undefined;
  const read = inner.body?.value ?? inlineBody(data, type, baseUrl);
  const { body, leadPicture } = leadWith(read, pictures);
  const line = (name: string): XmlElement | undefined => inheritedChild(component, "NewsLines", name);
  const byline = readPrintedByline(textOf(line("ByLine")) ?? "");
  const control = newsml1Control(item, component);
  return {
    ...presentFields(inner),
    ...presentFields({
      id: idOf(story),
      version: textOf(at(item, "Identification", "NewsIdentifier", "RevisionId")),
      versionCreated: textOf(at(item, "NewsManagement", "ThisRevisionCreated")),
      headline: foundText(line("HeadLine"), "newsml1-headline") ?? inner.headline ?? labelOf(item),
      kicker: foundText(newsLine(component, /kicker|overline|strap/i), "newsml1-kicker"),
      subHeadline: foundText(line("SubHeadLine"), "newsml1-sub-headline"),
      summary: foundText(newsLine(component, /abstract|summary|lead\b/i), "newsml1-summary"),
      byline: foundIn(line("ByLine"), cleanLine(byline.printed), "newsml1-byline"),
      creators: creatorsOf(component, foundIn(line("ByLine"), byline.name, "newsml1-byline-name", 0.8)),
      dateline: datelineOf(component),
      publishedAt: dateOf(item),
      leadPicture: leadPicture ?? inner.leadPicture,
      sourceLine: foundText(line("CreditLine"), "newsml1-credit-line"),
      language: foundIn(content ?? component, languageOf(component, content), "newsml1-language"),
    }),
    body: { value: body, place: placeOf(content ?? item), rule: "newsml1-content", confidence: 1 },
    infoSources: sourcesOf(component, foundText(line("CreditLine"), "newsml1-credit-line", 0.8)),
    keywords: keywordsOf(component),
    orders: [...control.orders, ...(inner.orders ?? [])],
    edNotes: [...control.edNotes, ...(inner.edNotes ?? [])],
  };
}

/** The same for all revisions: the public identifier also includes the revision. */
function idOf({ item, part }: Newsml1Story): Found<string> | undefined {
  const identifier = at(item, "Identification", "NewsIdentifier");
  const [provider, date, id] = ["ProviderId", "DateId", "NewsItemId"].map((name) =>
    textOf(childOf(identifier, name)),
  );
  const urn = id === undefined ? undefined : `urn:newsml:${provider ?? ""}:${date ?? ""}:${id}`;
  const own = urn ?? textOf(childOf(identifier, "PublicIdentifier"))?.replace(/:\d+[NUA]?$/, "");
  return foundIn(
    identifier,
    own === undefined || part === undefined ? own : `${own}#${part}`,
    "newsml1-identifier",
  );
}

const labelOf = (item: XmlElement): Found<string> | undefined =>
  foundText(at(item, "Identification", "NameLabel"), "newsml1-name-label", 0.4);

function newsLine(component: XmlElement, type: RegExp): XmlElement | undefined {
  const lines = childrenOf(inheritedChild(component, "NewsLines"), "NewsLine");
  return childOf(
    lines.find((line) => type.test(formalName(line, "NewsLineType"))),
    "NewsLineText",
  );
}

function creatorsOf(component: XmlElement, byByline: Found<string> | undefined): Found<string>[] | undefined {
  const creators = [byByline].filter(isFound);
  if (creators.length > 0) return creators;
  const parties = childrenOf(inheritedChild(component, "AdministrativeMetadata", "Creator"), "Party");
  const named = parties.map((party) => foundIn(party, attributeOf(party, "FormalName"), "newsml1-creator"));
  return parties.length > 0 ? named.filter(isFound) : undefined;
}

function datelineOf(component: XmlElement): FoundStory["dateline"] {
  const dateline = inheritedChild(component, "NewsLines", "DateLine");
  const printed = textOf(dateline)?.replace(/\s*[-–—]\s*$/u, "");
  const location = inheritedChild(component, "DescriptiveMetadata", "Location");
  const city = childrenOf(location, "Property").find((property) =>
    /city/i.test(attributeOf(property, "FormalName") ?? ""),
  );
  const place = attributeOf(city, "Value");
  const date = dayOf(textOf(inheritedChild(component, "DescriptiveMetadata", "DateLineDate")));
  if (printed === undefined) return undefined;
  const value = {
    printed,
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
  };
  return foundIn(dateline, value, "newsml1-dateline");
}

function keywordsOf(component: XmlElement): Found<string>[] {
  return [
    ...childrenOf(inheritedChild(component, "NewsLines"), "KeywordLine").map((keyword) =>
      foundText(keyword, "newsml1-keyword-line"),
    ),
    ...childrenOf(inheritedChild(component, "DescriptiveMetadata"), "Property")
      .filter((property) => /^(?:keyword|topic)$/i.test(attributeOf(property, "FormalName") ?? ""))
      .map((property) => foundIn(property, cleanLine(attributeOf(property, "Value")), "newsml1-keyword")),
  ].filter(isFound);
}

/** The first revision is made close to when the story appears. */
function dateOf(item: XmlElement): Found<string> | undefined {
  const management = childOf(item, "NewsManagement");
  return (
    foundText(childOf(management, "FirstCreated"), "newsml1-first-created", 0.8) ??
    foundText(childOf(management, "ThisRevisionCreated"), "newsml1-revision-created", 0.4)
  );
}

function sourcesOf(
  component: XmlElement,
  credit: Found<string> | undefined,
): NonNullable<FoundStory["infoSources"]> {
  const parties = (name: string, role: "originator" | "contributor" | "distributor") =>
    childrenOf(inheritedChild(component, "AdministrativeMetadata", name), "Party").map((party) => {
      const printed = attributeOf(party, "FormalName");
      return foundIn(party, printed === undefined ? undefined : { printed, role }, "newsml1-party");
    });
  const credited = credit && { ...credit, value: { printed: credit.value, role: "originator" as const } };
  return [
    ...parties("Source", "originator"),
    credited,
    ...parties("Contributor", "contributor"),
    ...parties("Provider", "distributor"),
  ].filter(isFound);
}
