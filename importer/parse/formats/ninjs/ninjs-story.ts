import { cleanLine } from "../../cleaning/clean-line.ts";
import { foundAt, foundLineAt } from "../../fields/found-at.ts";
import { foundAuthors } from "../../fields/found-authors.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { isFound, mapFound, type Found } from "../../fields/found.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { readEmbargo, readGraveOrder, readOrder } from "../../control/read-order.ts";
import { readPrintedByline } from "../../phrases/read-printed-byline.ts";
import { ninjsPictures } from "./ninjs-pictures.ts";
import type { NinjsItem } from "./ninjs-shape.ts";
import { ninjsBody, ninjsTexts } from "./ninjs-texts.ts";

/**
 * Reads a ninjs item. Pure.
 *
 * @param at Path of the item followed by a dot; empty if it is the whole input.
 */
export function ninjsStory(item: NinjsItem, at: string, baseUrl: string | undefined): FoundStory {
  const read = ninjsBody(item, at, baseUrl);
  const { body, leadPicture } = leadWith(read.value, ninjsPictures(item, at, baseUrl));
  const byline = foundAt(`${at}byline`, item.byline ?? item.by, "ninjs-byline");
  return {
    id: foundLineAt(`${at}${item["guid"] === item.uri ? "guid" : "uri"}`, item.uri, "ninjs-uri"),
    version: item.version,
    versionCreated: item.versioncreated,
    ...ninjsTexts(item, at),
    byline: foundAuthors([byline]).byline,
    creators: creatorsOf(item, at, byline),
    dateline: datelineOf(item, at),
    publishedAt: dateOf(item, at),
    body: { ...read, value: body },
    leadPicture,
    sourceLine: foundLineAt(`${at}creditline`, item.creditline, "ninjs-creditline"),
    infoSources: sourcesOf(item, at),
    language: foundLineAt(`${at}language`, item.language, "ninjs-language"),
    keywords: [...(item.keywords ?? []), ...(item.subjects ?? item.subject ?? [])]
      .map(({ name }) => foundLineAt(`${at}subjects`, name, "ninjs-subject"))
      .filter(isFound),
    ...controlOf(item, at),
  };
}

/** Status, embargo and signal; a signal that is not an order becomes a note. */
function controlOf(item: NinjsItem, at: string): Pick<FoundStory, "orders" | "edNotes"> {
  const edNote = foundAt(`${at}ednote`, cleanLine(item.ednote), "ninjs-ed-note");
  const usage = foundAt(`${at}usageterms`, cleanLine(item.usageterms), "ninjs-usage-terms");
  const signal = foundLineAt(`${at}signal`, item.signal, "ninjs-signal");
  const signaled = mapFound(signal, (printed) => readOrder(printed, "ninjs-signal"));
  const embargo = foundLineAt(`${at}embargoed`, item.embargoeduntil ?? item.embargoed, "ninjs-embargoed");
  return {
    orders: [
      foundAt(`${at}pubstatus`, readOrder(item.pubstatus, "ninjs-status"), "ninjs-pub-status"),
      mapFound(embargo, readEmbargo),
      mapFound(signaled, (order) => ({ ...order, note: edNote?.value ?? order.printed })),
      ...[edNote, usage].map((note) => mapFound(note, readGraveOrder)),
    ].filter(isFound),
    edNotes: [edNote, usage, signaled === undefined ? signal : undefined].filter(isFound),
  };
}

function creatorsOf(item: NinjsItem, at: string, byline: Found<string> | undefined): Found<string>[] {
  const { creators: authors = [] } = foundAuthors(
    (item.authors ?? []).map(({ name }) => foundAt(`${at}authors`, name, "ninjs-author")),
  );
  const writing = [...(item.people ?? []), ...(item.person ?? [])]
    .filter(({ rel, role }) => /author|creator|writer/i.test(rel ?? role ?? ""))
    .map(({ name }) => foundLineAt(`${at}people`, name, "ninjs-person"));
  const named = [...authors, ...writing].filter(isFound);
  if (named.length > 0) return named;
  const { creators = [], byline: printed } = foundAuthors([byline]);
  if (creators.length > 1) return creators.map((creator) => ({ ...creator, confidence: 0.8 }));
  // A single author's title may stand beside the name.
  const name = printed && readPrintedByline(printed.value).name;
  return printed === undefined || name === undefined ? [] : [{ ...printed, value: name, confidence: 0.8 }];
}

function datelineOf(item: NinjsItem, at: string): FoundStory["dateline"] {
  const place = cleanLine(item.located);
  const printed = cleanLine(item.dateline);
  if (printed !== undefined) {
    return foundAt(`${at}dateline`, { printed, ...(place === undefined ? {} : { place }) }, "ninjs-dateline");
  }
  // The place of writing is half a dateline, and often all there is.
  const located = place === undefined ? undefined : { printed: place, place };
  return foundAt(`${at}located`, located, "ninjs-located", 0.6);
}

/** ninjs records when an item was made, which is close to its publication; for later versions only if it says so. */
function dateOf(item: NinjsItem, at: string): Found<string> | undefined {
  const isFirst = item.version !== undefined && Number(item.version) <= 1;
  return (
    foundAt(`${at}firstcreated`, item.firstcreated, "ninjs-first-created", 0.8) ??
    foundAt(`${at}versioncreated`, item.versioncreated, "ninjs-version-created", isFirst ? 0.8 : 0.4)
  );
}

function sourcesOf(item: NinjsItem, at: string): NonNullable<FoundStory["infoSources"]> {
  const named = [...(item.infosources ?? []), ...(item.infosource ?? [])].map(({ name, role }) =>
    foundAt(`${at}infosources`, withPrinted(name, roleOf(role)), "ninjs-info-source"),
  );
  return [
    ...named,
    foundAt(`${at}source`, withPrinted(item.source, "originator"), "ninjs-source"),
    foundAt(`${at}creditline`, withPrinted(item.creditline, "originator"), "ninjs-creditline", 0.8),
    foundAt(`${at}provider`, withPrinted(item.provider?.name, "distributor"), "ninjs-provider"),
    foundAt(
      `${at}copyrightholder`,
      withPrinted(item.copyrightholder, "originator"),
      "ninjs-copyright-holder",
      0.6,
    ),
  ].filter(isFound);
}

function roleOf(role: string | undefined): "originator" | "contributor" | "distributor" | "aggregator" {
  const name = role?.replace(/^.*[:/]/, "").toLowerCase();
  if (name === undefined || name === "") return "originator";
  return name === "originator" || name === "distributor" || name === "aggregator" ? name : "contributor";
}

const withPrinted = <Role extends string>(name: string | undefined, role: Role) => {
  const printed = cleanLine(name);
  return printed === undefined ? undefined : { printed, role };
};
