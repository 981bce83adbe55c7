import { isUnsure, type Problem } from "../../../../schemas/index.ts";
import { toProblem } from "../../../problems.ts";
import { webAddress } from "../../addresses/web-address.ts";
import { cleanStory } from "../../cleaning/clean-story.ts";
import { type PlacedOrder, settleOrders } from "../../control/settle-orders.ts";
import { tooDeep } from "../../markup/html/html-to-blocks.ts";
import { piecesOfTree } from "../../markup/html/pieces-of-tree.ts";
import { type HtmlElement, readTree } from "../../markup/html/read-tree.ts";
import { attribute, elementsIn, findElement, textOf } from "../../markup/html/walk-tree.ts";
import type { ParsedEvidence, ParsedStory } from "../../parsed-story.ts";
import { settlePictures } from "../../pictures/settle-pictures.ts";
import { tellPictures } from "../../pictures/tell-pictures.ts";
import { textOfBlocks } from "../../text-of-block.ts";
import { dayOf } from "../../time/day-of.ts";
import { type Candidate, evidenceOf } from "./candidate.ts";
import { describePictures } from "./describe-pictures.ts";
import { findArticle } from "./find-article.ts";
import { findCanonical } from "./find-canonical.ts";
import { findDisagreements } from "./find-disagreements.ts";
import { findHeadline, titlesOf } from "./find-headline.ts";
import { findInfoSources } from "./find-info-sources.ts";
import { findKeywords } from "./find-keywords.ts";
import { findLanguage } from "./find-language.ts";
import { findPublished, unreadPublished } from "./find-published.ts";
import { findShownDate } from "./find-shown-date.ts";
import { findStoryDateline } from "./find-story-dateline.ts";
import { findSummary } from "./find-summary.ts";
import { readJsonLd } from "./read-json-ld.ts";
import { readMetas } from "./read-metas.ts";
import { readPageText } from "./read-page-text.ts";
import { revealText } from "./reveal-text.ts";
import { takeOrders } from "./take-orders.ts";

export type ParsedPage =
  | { readonly kind: "story"; readonly story: ParsedStory }
  | { readonly kind: "unusable"; readonly problem: Problem };

/**
 * Reads the story of an HTML page: its text and pictures without the surrounding page, and what the structured data
 * say about it. Each value comes with its evidence.
 *
 * Pure, and never throws. Disagreement between data and page lowers the confidence. Nothing active survives. A page
 * nested too deeply is refused.
 *
 * @param url Where the page was fetched, for relative addresses, unless the page names a base.
 */
export function parseHtmlPage(html: string, url?: string): ParsedPage {
  const read = readTree(html);
  if (read.kind === "too-deep") return { kind: "unusable", problem: tooDeep() };
  return { kind: "story", story: cleanStory(toStory(revealText(read.root), url)) };
}

function toStory(root: HtmlElement, url: string | undefined): ParsedStory {
  const metas = readMetas(root);
  const address = findCanonical(root, metas, undefined, url);
  const baseUrl = baseOf(root, url ?? address?.value);
  const described = findArticle(readJsonLd(root), {
    urls: [address?.value, url, metas.first("og:url")?.value].flatMap((known) => known ?? []),
    titles: [...titlesOf(root, metas, undefined).map(({ value }) => value), ...headingsOf(root)],
  });
  // What was fetched from an address has no files; what was saved has them beside it, whatever address it names.
  const pictureFiles = url === undefined ? "all-or-published" : "none";
  const { headline, shown: shownHeadline } = findHeadline(root, metas, described);
  const [headlineElement] = headline?.elements ?? [];
  const { page, content, byline, standfirsts, shownSource, around, doubtedNames } = readPageText(
    {
      root,
      metas,
      described,
      baseUrl,
      pictureFiles,
      headline: headlineElement,
    },
    headline?.value ?? "",
  );

  const settled = settlePictures(content.value, { authors: byline?.value.names ?? [] });
  const { blocks: shown, pictures, leadPicture, isLeadHidden } = describePictures(settled, page);
  const language = findLanguage(page, `${headline?.value ?? ""}\n${textOfBlocks(shown)}`);
  const shownDate = findShownDate(around.details, language.value);
  const published = findPublished(page, shownDate);
  const { found: dateline, blocks: filed } = findStoryDateline(
    shown,
    around.belowHeadline.map(({ text }) => text),
    dayOf(published?.value),
  );
  const {
    blocks: sourced,
    infoSources,
    sourceLine,
    evidence: sourceEvidence,
  } = findInfoSources(page, filed, {
    shown: shownSource,
    filedBy: dateline?.sources ?? [],
    authors: [...(described?.authors.map(({ name }) => name) ?? []), byline?.value.printed ?? ""],
  });
  const keywords = findKeywords(page);
  const canonical = address ?? findCanonical(root, metas, described?.url, url);
  const { orders, blocks } = takeOrders(sourced, {
    kicker: standfirsts.kicker?.value,
    headline: headline?.value ?? "",
    lines: around.orders,
  });
  const summary = findSummary(page, standfirsts.subHeadline?.value, blocks);
  const { kicker, subHeadline } = standfirsts;
  const { control, decidedBy, problems } = settleOrders(
    orders.map(({ field, order }) => ({ ...order, place: field })),
  );

  const evidence: ParsedEvidence[] = [
    evidenceFor("headline", headline),
    evidenceFor("kicker", kicker),
    evidenceFor("subHeadline", subHeadline),
    evidenceFor("summary", summary),
    evidenceFor("byline", byline),
    byline !== undefined && byline.value.names.length > 0 ? evidenceFor("creators", byline) : [],
    evidenceFor("publishedAt", published),
    dateline === undefined
      ? []
      : { path: "dateline", place: "text", rule: "dateline", confidence: dateline.confidence },
    blocks.length > 0 ? evidenceFor("body", content) : [],
    leadPicture === undefined
      ? []
      : {
          path: "leadImage",
          place: isLeadHidden ? "meta[og:image]" : "body",
          rule: isLeadHidden ? "picture-of-data" : "picture-before-text",
          confidence: isLeadHidden ? 0.6 : 0.9,
        },
    sourceEvidence,
    evidenceFor("canonicalUrl", canonical),
    evidenceFor("language", language),
    evidenceFor("keywords", keywords),
    evidenceOfOrder("pubStatus", decidedBy.pubStatus),
    evidenceOfOrder("embargoedUntil", decidedBy.embargoedUntil),
  ].flat();

  return {
    ...(canonical === undefined
      ? {}
      : { identity: { kind: "url", value: canonical.value }, canonicalUrl: canonical.value }),
    headline: headline?.value ?? "",
    ...(kicker === undefined ? {} : { kicker: kicker.value }),
    ...(subHeadline === undefined ? {} : { subHeadline: subHeadline.value }),
    ...(summary === undefined ? {} : { summary: summary.value }),
    ...(byline === undefined ? {} : { byline: byline.value.printed }),
    creators: (byline?.value.names ?? []).map((name) => ({ name })),
    ...(dateline === undefined ? {} : { dateline: dateline.value }),
    ...(published === undefined ? {} : { publishedAt: published.value }),
    blocks,
    pictures,
    ...(leadPicture === undefined ? {} : { leadPicture }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    infoSources,
    language: language.value,
    keywords: keywords?.value ?? [],
    ...(control === undefined ? {} : { control }),
    evidence,
    pieces: tellPictures(
      piecesOfTree(root, {
        base: { baseUrl, files: pictureFiles },
        rule: "outside-text",
        reason: "page-furniture",
      }),
      settled,
    ),
    problems: [
      ...problems,
      ...(published === undefined ? unreadPublished(page) : []),
      ...findDisagreements(described, metas, {
        headline: shownHeadline?.value,
        byline,
        // An unsure date is asked about as it is.
        date: published === undefined || isUnsure(published.confidence) ? undefined : shownDate,
      }),
      ...doubtsOf(doubtedNames),
    ],
  };
}

/** Says that a name was not believed. */
function doubtsOf(names: readonly string[]): Problem[] {
  if (names.length === 0) return [];
  const quoted = names.slice(0, 3).map((name) => JSON.stringify(name));
  const message = `Part of the text is in elements whose names seldom hold a story: ${quoted.join(", ")}`;
  return [toProblem("low-confidence", message, { path: "body" })];
}

const evidenceFor = (path: string, candidate: Candidate<unknown> | undefined): ParsedEvidence[] =>
  candidate === undefined ? [] : [evidenceOf(path, candidate)];

const evidenceOfOrder = (path: string, order: PlacedOrder | undefined): ParsedEvidence[] =>
  order === undefined ? [] : [{ path, place: order.place, rule: "order-in-head", confidence: 0.85 }];

const headingsOf = (root: HtmlElement): string[] =>
  [...elementsIn(root)].flatMap((element) => (element.name === "h1" ? textOf(element) : []));

/** The base for relative addresses. */
function baseOf(root: HtmlElement, url: string | undefined): string | undefined {
  const base = findElement(root, ({ name }) => name === "base");
  return webAddress((base && attribute(base, "href")) ?? "", url) ?? url;
}
