import type { Problem } from "../../../schemas/index.ts";
import { canonicalAddress } from "../addresses/canonical-address.ts";
import type { ParsedEvidence, ParsedStory, WireControl } from "../parsed-story.ts";
import { dateUnreadable } from "./date-unreadable.ts";
import { fallbackHeadline } from "./fallback-headline.ts";
import type { FoundStory } from "./found-story.ts";
import { isFound, type Found } from "./found.ts";
import { textOfBody } from "./parsed-body.ts";
import { toPublicationTime } from "../time/to-publication-time.ts";
import { readInstant } from "../time/read-instant.ts";
import { readMoment } from "../time/read-moment.ts";
import { resolveLanguage } from "./resolve-language.ts";

/**
 * Makes a story of what a parser found, with evidence for every field that has a value.
 *
 * Pure. The canonical address identifies the story before the provider's id does. A date that cannot be
 * read is a problem and no date; so is the end of an embargo that is no point in time, and it withholds the story. A story without a headline is called by its
 * first words, with little confidence; without words too it is none, and the result `undefined`, unless it withdraws
 * what was sent before.
 */
export function toParsedStory(found: FoundStory): ParsedStory | undefined {
  const headline = found.headline ?? fallbackHeadline(found);
  if (headline === undefined) return undefined;
  const problems: Problem[] = [...found.body.value.problems, ...(found.problems ?? [])];
  const publishedAt = toPublication(found.publishedAt, problems);
  const embargo = toEnd(found.embargoedUntil, problems);
  const isEmbargoUnread = found.embargoedUntil !== undefined && embargo === undefined;
  const url = withValue(found.url, canonicalAddress(found.url?.value ?? ""));
  const language = languageOf(found, headline.value);
  const { blocks, pictures } = found.body.value;
  const control = controlOf(found, embargo, isEmbargoUnread);
  const edNote = unique((found.edNotes ?? []).map(({ value }) => value)).join("\n");
  const identity = identityOf(url, found.id);
  const optional = {
    ...(identity === undefined ? {} : { identity: identity.value }),
    ...versionOf(found),
    ...valueOf("kicker", found.kicker),
    ...valueOf("subHeadline", found.subHeadline),
    ...valueOf("summary", found.summary),
    ...valueOf("byline", found.byline),
    ...valueOf("dateline", found.dateline),
    ...valueOf("publishedAt", publishedAt),
    ...(found.leadPicture === undefined ? {} : { leadPicture: found.leadPicture }),
    ...valueOf("sourceLine", found.sourceLine),
    ...valueOf("canonicalUrl", url),
    ...(control === undefined ? {} : { control }),
    ...(edNote === "" ? {} : { edNote }),
  };
  return {
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
      ...evidenceOf("summary", found.summary),
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
      ...evidenceOf("pubStatus", found.pubStatus),
      ...evidenceOf("embargoedUntil", embargo),
      ...evidenceOf("edNote", ...(found.edNotes ?? [])),
    ],
    problems,
  };
}

const evidenceOf = (path: string, ...found: readonly (Found<unknown> | undefined)[]): ParsedEvidence[] =>
  found.filter(isFound).map(({ place, rule, confidence, printed }) => ({
    path,
    place,
    rule,
    confidence,
    ...(printed === undefined ? {} : { printed }),
  }));

/** A picture stands in the text or beside it, so that what holds the text is certain to hold it too. */
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

/** What of it can be compared; a version that says nothing sure of itself says nothing. */
function versionOf({ version, versionCreated }: FoundStory): Pick<ParsedStory, "version" | "versionCreated"> {
  const isNumber = /^\d{1,9}$/.test(String(version ?? "").trim());
  const created = readInstant(versionCreated ?? "");
  return {
    ...(isNumber ? { version: Number(version) } : {}),
    ...(created.kind === "instant" ? { versionCreated: created.iso } : {}),
  };
}

function toPublication(found: Found<string> | undefined, problems: Problem[]): Found<string> | undefined {
  if (found === undefined) return undefined;
  const moment = readMoment(found.value);
  if (moment === undefined) {
    problems.push(dateUnreadable("publishedAt", found, "is no date that can be read"));
    return undefined;
  }
  return {
    ...found,
    ...toPublicationTime(moment),
    ...(moment.kind === "local" ? { printed: found.value } : {}),
  };
}

function toEnd(found: Found<string> | undefined, problems: Problem[]): Found<string> | undefined {
  if (found === undefined) return undefined;
  const read = readInstant(found.value);
  if (read.kind === "instant") return { ...found, value: read.iso };
  problems.push(dateUnreadable("embargoedUntil", found, read.why));
  return undefined;
}

function languageOf(found: FoundStory, headline: string): Found<string> {
  const sample = `${headline}\n${found.summary?.value ?? ""}\n${textOfBody(found.body.value)}`;
  const { language, rule, confidence } = resolveLanguage(found.language?.value, sample);
  const place = rule === "language-declared" ? (found.language?.place ?? "") : found.body.place;
  return { value: language, place, rule, confidence };
}

function controlOf(
  { pubStatus, controlNote }: FoundStory,
  embargo: Found<string> | undefined,
  isEmbargoUnread: boolean,
): WireControl | undefined {
  const status =
    isEmbargoUnread && pubStatus?.value !== "canceled" ? ("withheld" as const) : pubStatus?.value;
  const control: WireControl = {
    ...(status === undefined ? {} : { pubStatus: status }),
    ...(embargo === undefined ? {} : { embargoedUntil: embargo.value }),
    ...(controlNote === undefined ? {} : { note: controlNote.value }),
  };
  return Object.keys(control).length === 0 ? undefined : control;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** A source has one role in a story: the first that is told. */
const uniqueSources = (sources: ParsedStory["infoSources"]): ParsedStory["infoSources"] =>
  [...new Map(sources.toReversed().map((source) => [source.printed, source])).values()].toReversed();
