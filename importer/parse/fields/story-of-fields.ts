import type { Problem } from "../../../schemas/index.ts";
import { canonicalAddress } from "../addresses/canonical-address.ts";
import { cleanStory } from "../cleaning/clean-story.ts";
import { ordersInHead, textLinesOf } from "../control/orders-in-head.ts";
import { type PlacedOrder, settleOrders } from "../control/settle-orders.ts";
import type { InputPiece } from "../input-piece.ts";
import { textOfBody } from "../parsed-body.ts";
import type { ParsedEvidence, ParsedStory } from "../parsed-story.ts";
import { repeatsBeginning } from "../phrases/repeats-beginning.ts";
import { settlePictures } from "../pictures/settle-pictures.ts";
import { tellPictures } from "../pictures/tell-pictures.ts";
import { readInstant } from "../time/read-instant.ts";
import { readMoment } from "../time/read-moment.ts";
import { toPublicationTime } from "../time/to-publication-time.ts";
import { dateUnreadable } from "./date-unreadable.ts";
import { fallbackHeadline } from "./fallback-headline.ts";
import type { FoundStory } from "./found-story.ts";
import type { Found } from "./found.ts";
import { resolveLanguage } from "./resolve-language.ts";

/**
 * Makes a story from what a parser found, with evidence for every field that has a value.
 *
 * Pure. A summary that is the first paragraph is told once, in the text. The canonical address identifies the story before the provider's id does. An unreadable date gives a problem
 * and no date; `settleOrders` decides what the orders on the story mean. A story without a headline is named after
 * its first words, with low confidence; without words too it is not a story, and the result is `undefined` unless it
 * withdraws an earlier one.
 *
 * @param pieces All that the input says of the story, in reading order.
 */
export function storyOfFields(found: FoundStory, pieces: readonly InputPiece[]): ParsedStory | undefined {
  const settled = settleOrders(ordersOf(found));
  const headline = found.headline ?? fallbackHeadline(found, settled.control?.pubStatus);
  if (headline === undefined) return undefined;
  const problems: Problem[] = [...found.body.value.problems, ...(found.problems ?? []), ...settled.problems];
  const language = languageOf(found, headline.value);
  const publishedAt = toPublication(found.publishedAt, language.value, problems);
  const url = withValue(found.url, canonicalAddress(found.url?.value ?? ""));
  const pictured = settlePictures(found.body.value, {
    leadPicture: found.leadPicture,
    authors: (found.creators ?? []).map(({ value }) => value),
  });
  const { blocks, pictures, leadPicture } = pictured;
  const { control, decidedBy } = settled;
  const summary =
    found.summary !== undefined && repeatsBeginning(found.summary.value, blocks) ? undefined : found.summary;
  const edNote = unique((found.edNotes ?? []).map(({ value }) => value)).join("\n");
  const identity = identityOf(url, found.id);
  const optional = {
    ...(identity === undefined ? {} : { identity: identity.value }),
    ...(url === undefined || found.id === undefined
      ? {}
      : { otherIdentities: [{ kind: "id" as const, value: found.id.value }] }),
    ...versionOf(found),
    ...valueOf("kicker", found.kicker),
    ...valueOf("subHeadline", found.subHeadline),
    ...valueOf("summary", summary),
    ...valueOf("byline", found.byline),
    ...valueOf("dateline", found.dateline),
    ...valueOf("publishedAt", publishedAt),
    ...(leadPicture === undefined ? {} : { leadPicture }),
    ...valueOf("sourceLine", found.sourceLine),
    ...valueOf("canonicalUrl", url),
    ...(control === undefined ? {} : { control }),
    ...(edNote === "" ? {} : { edNote }),
  };
  return cleanStory({
    headline: headline.value,
    ...optional,
    creators: unique((found.creators ?? []).map(({ value }) => value)).map((name) => ({ name })),
    blocks,
    pictures,
    infoSources: uniqueSources((found.infoSources ?? []).map(({ value }) => value)),
    language: language.value,
    keywords: unique((found.keywords ?? []).map(({ value }) => value)),
    evidence: [
      ...evidenceOf("identity", identity),
      ...evidenceOf("headline", headline),
      ...evidenceOf("kicker", found.kicker),
      ...evidenceOf("subHeadline", found.subHeadline),
      ...evidenceOf("summary", summary),
      ...evidenceOf("byline", found.byline),
      ...evidenceOf("creators", ...(found.creators ?? [])),
      ...evidenceOf("dateline", found.dateline),
      ...evidenceOf("publishedAt", publishedAt),
      ...(blocks.length > 0 ? evidenceOf("body", found.body) : []),
      ...pictures.map((_, index) => evidenceOfPicture(index, found.body.place)),
      ...evidenceOf("sourceLine", found.sourceLine),
      ...evidenceOf("infoSources", ...(found.infoSources ?? [])),
      ...evidenceOf("canonicalUrl", url),
      ...evidenceOf("language", language),
      ...evidenceOf("keywords", ...(found.keywords ?? []).slice(0, 1)),
      ...evidenceOf("pubStatus", decidedBy.pubStatus),
      ...evidenceOf("embargoedUntil", decidedBy.embargoedUntil),
      ...evidenceOf("edNote", ...(found.edNotes ?? [])),
    ],
    pieces: tellPictures(pieces, pictured),
    problems,
  });
}

type Proof = Pick<Found<unknown>, "place" | "rule" | "confidence" | "printed">;

const evidenceOf = (path: string, ...found: readonly (Proof | undefined)[]): ParsedEvidence[] =>
  found
    .filter((proof) => proof !== undefined)
    .map(({ place, rule, confidence, printed }) => ({
      path,
      place,
      rule,
      confidence,
      ...(printed === undefined ? {} : { printed }),
    }));

/** A picture is in or beside the text, so the element that holds the text is sure to hold the picture too. */
function evidenceOfPicture(index: number, placeOfText: string): ParsedEvidence {
  const around = placeOfText.slice(
    0,
    Math.max(placeOfText.lastIndexOf(placeOfText.includes("/") ? "/" : "."), 0),
  );
  return {
    path: `pictures[${index}]`,
    place: around === "" ? "$" : around,
    rule: "picture-of-story",
    confidence: 1,
  };
}

function valueOf<Field extends string, Value>(
  field: Field,
  found: Found<Value> | undefined,
): Partial<Record<Field, Value>> {
  const fields: Partial<Record<Field, Value>> = {};
  if (found !== undefined) fields[field] = found.value;
  return fields;
}

const withValue = <Value>(found: Found<unknown> | undefined, value: Value | undefined) =>
  found === undefined || value === undefined ? undefined : { ...found, value };

function identityOf(
  url: Found<string> | undefined,
  id: Found<string> | undefined,
): Found<NonNullable<ParsedStory["identity"]>> | undefined {
  if (url !== undefined) return { ...url, value: { kind: "url", value: url.value } };
  return withValue(id, { kind: "id" as const, value: id?.value ?? "" });
}

/** The comparable part of the version; an unreliable version is left out. */
function versionOf({ version, versionCreated }: FoundStory): Pick<ParsedStory, "version" | "versionCreated"> {
  const isNumber = /^\d{1,9}$/.test(String(version ?? "").trim());
  const created = readInstant(versionCreated ?? "");
  return {
    ...(isNumber ? { version: Number(version) } : {}),
    ...(created.kind === "instant" ? { versionCreated: created.iso } : {}),
  };
}

function toPublication(
  found: Found<string> | undefined,
  language: string,
  problems: Problem[],
): Found<string> | undefined {
  if (found === undefined) return undefined;
  const moment = readMoment(found.value, language);
  if (moment === undefined) {
    problems.push(dateUnreadable("publishedAt", found, "is not a readable date"));
    return undefined;
  }
  return {
    ...found,
    ...toPublicationTime(moment),
    ...(moment.kind === "local" ? { printed: found.value } : {}),
  };
}

function languageOf(found: FoundStory, headline: string): Found<string> {
  const sample = `${headline}\n${found.summary?.value ?? ""}\n${textOfBody(found.body.value)}`;
  const { language, rule, confidence } = resolveLanguage(found.language?.value, sample);
  const place = rule === "language-declared" ? (found.language?.place ?? "") : found.body.place;
  return { value: language, place, rule, confidence };
}

/** Orders in the fields, then those at the head of the text; those of a notice concern another story. */
function ordersOf({ orders = [], isNotice, ...found }: FoundStory): (PlacedOrder & Proof)[] {
  const { kicker, headline, body } = found;
  const inHead = ordersInHead({
    kicker: kicker?.value,
    headline: headline?.value ?? "",
    lines: textLinesOf(body.value.blocks),
  });
  return [
    ...orders.map(({ value, ...proof }) => ({ ...value, ...proof })),
    ...(isNotice === true ? [] : inHead).map(({ field, order }) => ({
      ...order,
      place: found[field]?.place ?? body.place,
      rule: `order-in-${field}`,
      confidence: 0.85,
    })),
  ];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** A source has one role in a story: the first one given. */
const uniqueSources = (sources: ParsedStory["infoSources"]): ParsedStory["infoSources"] =>
  [...new Map(sources.toReversed().map((source) => [source.printed, source])).values()].toReversed();
