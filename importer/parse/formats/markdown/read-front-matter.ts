import type { Problem } from "../../../../schemas/index.ts";
import { canonicalAddress } from "../../addresses/canonical-address.ts";
import { findSource } from "../../authority/find-source.ts";
import { splitSourceNames } from "../../authority/split-source-names.ts";
import { isFlag } from "../../control/is-flag.ts";
import { readEmbargo, readGraveOrder, readOrder } from "../../control/read-order.ts";
import type { PlacedOrder } from "../../control/settle-orders.ts";
import type { WireOrder } from "../../control/wire-order.ts";
import { dateUnreadable } from "../../fields/date-unreadable.ts";
import { type KnownFieldName, namesOfField } from "../../fields/known-names.ts";
import { isObject, listOf } from "../../fields/json-values.ts";
import { htmlToBlocks } from "../../markup/html/html-to-blocks.ts";
import { cleanLine } from "../../cleaning/clean-line.ts";
import type { ParsedEvidence, ParsedPicture, ParsedStory } from "../../parsed-story.ts";
import { bylineIn, splitNames } from "../../phrases/split-names.ts";
import { readCaption, readCreditLine } from "../../pictures/read-caption.ts";
import { readEpoch } from "../../time/read-epoch.ts";
import { readMoment } from "../../time/read-moment.ts";
import { toPublicationTime } from "../../time/to-publication-time.ts";
import type { FrontMatter } from "./front-matter.ts";

type Fields = Pick<ParsedStory, "creators" | "keywords"> &
  Partial<
    Pick<
      ParsedStory,
      | "identity"
      | "otherIdentities"
      | "kicker"
      | "subHeadline"
      | "summary"
      | "byline"
      | "publishedAt"
      | "canonicalUrl"
      | "edNote"
      | "dateline"
    >
  >;

/** An order on the story, with its line in the input. */
type FrontMatterOrder = PlacedOrder & { readonly line: number };

/** The fields of a story's front matter. */
export interface ReadFrontMatter {
  readonly headline?: string;
  readonly language?: string;
  readonly canonicalUrl?: string;
  readonly picture?: ParsedPicture;
  readonly sources: readonly string[];
  /** The sources as printed, if given as one text. */
  readonly sourceLine?: string;
  readonly orders: readonly FrontMatterOrder[];
  readonly fields: Fields;
  readonly evidence: readonly ParsedEvidence[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the fields of front matter, under the names that various tools use. Pure; values of the wrong type are left
 * out.
 */
export function readFrontMatter({ values }: FrontMatter): ReadFrontMatter {
  const evidence: ParsedEvidence[] = [];
  const find = (field: KnownFieldName): { name: string; value: unknown; line: number } | undefined => {
    for (const name of namesOfField(field, "front matter")) {
      const found = values.get(name);
      if (found !== undefined && found.value !== null && found.value !== "") return { name, ...found };
    }
    return undefined;
  };
  const take = <Value>(
    field: KnownFieldName,
    path: string,
    read: (value: unknown) => Value | undefined,
    confidenceOf: (value: Value) => number = () => 0.97,
  ): Value | undefined => {
    const found = find(field);
    const value = found === undefined ? undefined : read(found.value);
    if (found === undefined || value === undefined) return undefined;
    evidence.push({
      path,
      lines: [found.line],
      place: `front-matter.${found.name}`,
      rule: "front-matter",
      confidence: confidenceOf(value),
    });
    return value;
  };
  const text = (field: KnownFieldName, path: string): string | undefined => take(field, path, plainText);

  const headline = text("headline", "headline");
  const kicker = text("kicker", "kicker");
  const subHeadline = text("subHeadline", "subHeadline");
  const summary = text("summary", "summary");
  const byline = take("byline", "byline", readByline);
  const published = publicationIn(values);
  if (published.kind === "read") evidence.push(published.evidence);
  const keywords = take("keywords", "keywords", readKeywords);
  const language = plainText(find("language")?.value);
  const canonicalUrl = take("url", "canonicalUrl", (value) => canonicalAddress(plainText(value) ?? ""));
  const id = plainText(find("id")?.value);
  const picture = take("image.url", "leadImage", (value) => readPicture(value, values, canonicalUrl));
  const printedSources = find("source")?.value;
  const sources = (plainTexts(printedSources) ?? []).flatMap(splitSourceNames);
  const sourceLine = plainText(printedSources);
  const dateline = text("dateline", "dateline");
  const edNote = text("edNote", "edNote");
  const ordersAt = (field: KnownFieldName, read: (text: string) => WireOrder | undefined) =>
    [find(field)].flatMap((found) =>
      statedTexts(found?.value).flatMap((printed): FrontMatterOrder[] => {
        const order = read(printed);
        if (found === undefined || order === undefined) return [];
        return [{ ...order, place: `front-matter.${found.name}`, line: found.line }];
      }),
    );
  const orders = [
    ...ordersAt("pubStatus", (printed) => readOrder(printed, "record-status")),
    ...ordersAt("draft", (printed) => readOrder(printed, "draft-flag")),
    ...ordersAt("published", (printed) => readOrder(printed, "published-flag")),
    ...ordersAt("embargoedUntil", readEmbargo),
    ...ordersAt("edNote", readGraveOrder),
  ];
  if (byline !== undefined && byline.names.length > 0) {
    evidence.push(
      ...evidence.filter(({ path }) => path === "byline").map((same) => ({ ...same, path: "creators" })),
    );
  }
  const identity =
    canonicalUrl !== undefined
      ? { kind: "url" as const, value: canonicalUrl }
      : id === undefined
        ? undefined
        : { kind: "id" as const, value: id };
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(language === undefined ? {} : { language }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(picture === undefined ? {} : { picture }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    sources: [...sources, ...(byline?.sources ?? [])],
    orders,
    fields: {
      ...(identity === undefined ? {} : { identity }),
      ...(canonicalUrl === undefined || id === undefined
        ? {}
        : { otherIdentities: [{ kind: "id" as const, value: id }] }),
      ...(kicker === undefined ? {} : { kicker }),
      ...(subHeadline === undefined ? {} : { subHeadline }),
      ...(summary === undefined ? {} : { summary }),
      ...(byline === undefined ? {} : { byline: byline.printed }),
      creators: (byline?.names ?? []).map((name) => ({ name })),
      ...(dateline === undefined ? {} : { dateline: { printed: dateline } }),
      ...(published.kind === "read" ? { publishedAt: published.value } : {}),
      ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
      ...(edNote === undefined ? {} : { edNote }),
      keywords: keywords ?? [],
    },
    evidence,
    problems: published.kind === "unreadable" ? [published.problem] : [],
  };
}

type ReadPublication =
  | { readonly kind: "read"; readonly value: string; readonly evidence: ParsedEvidence }
  | { readonly kind: "unreadable"; readonly problem: Problem }
  | { readonly kind: "absent" };

/** The first of the names with a date: "published: true" beside one is not a date. */
function publicationIn(values: FrontMatter["values"]): ReadPublication {
  const written = namesOfField("publishedAt", "front matter").flatMap((name) => {
    const { value, line = 1 } = values.get(name) ?? {};
    const printed = plainText(typeof value === "number" ? (readEpoch(value) ?? value) : value);
    return printed === undefined || isFlag(value) ? [] : [{ printed, line, place: `front-matter.${name}` }];
  });
  for (const { printed, line, place } of written) {
    const moment = readMoment(printed);
    if (moment === undefined) continue;
    const { value, rule = "front-matter" } = toPublicationTime(moment);
    const confidence = moment.kind === "instant" ? 0.97 : 0.4;
    const evidence = { path: "publishedAt", lines: [line], place, rule, confidence };
    return {
      kind: "read",
      value,
      evidence: moment.kind === "local" ? { ...evidence, printed } : evidence,
    };
  }
  const [first] = written;
  if (first === undefined) return { kind: "absent" };
  const { printed, place } = first;
  const problem = dateUnreadable("publishedAt", { value: printed, place }, "is not a readable date");
  return { kind: "unreadable", problem };
}

const plainText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? cleanLine(String(value)) : undefined;

/** The texts of a value or list; for objects, their names. */
function plainTexts(value: unknown): string[] | undefined {
  const texts = listOf(value).flatMap((item) => plainText(isObject(item) ? item["name"] : item) ?? []);
  return texts.length === 0 ? undefined : texts;
}

/** Flags count as texts, since they may decide whether the story is published. */
const statedTexts = (value: unknown): string[] =>
  typeof value === "boolean" ? [String(value)] : (plainTexts(value) ?? []);

interface WrittenByline {
  readonly printed: string;
  readonly names: readonly string[];
  /** Agencies given as authors. */
  readonly sources: readonly string[];
}

function readByline(value: unknown): WrittenByline | undefined {
  const texts = plainTexts(value)
    ?.map(bylineIn)
    .filter((text) => text !== "");
  if (texts === undefined || texts.length === 0) return undefined;
  const names = texts.flatMap((text) => (texts.length > 1 ? [text] : splitNames(text)));
  return {
    printed: texts.join(", "),
    names: names.filter((name) => findSource(name) === undefined),
    sources: names.filter((name) => findSource(name) !== undefined),
  };
}

function readKeywords(value: unknown): string[] | undefined {
  const texts = plainTexts(value)?.flatMap((text) =>
    Array.isArray(value) ? [text] : text.split(/\s*[,،、;]\s*/),
  );
  const keywords = [
    ...new Set(texts?.map((text) => text.replace(/^#/, "").trim()).filter((text) => text !== "")),
  ];
  return keywords.length === 0 ? undefined : keywords;
}

/** A picture given as an address or as an object; its details may also be in fields beside it ("image_caption"). */
function readPicture(
  value: unknown,
  values: FrontMatter["values"],
  baseUrl: string | undefined,
): ParsedPicture | undefined {
  const [first] = listOf(value);
  const own = (...keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const inside = isObject(first) ? plainText(first[key]) : undefined;
      const beside =
        plainText(values.get(`image${key}`)?.value) ?? plainText(values.get(`cover${key}`)?.value);
      if (inside !== undefined || beside !== undefined) return inside ?? beside;
    }
    return undefined;
  };
  const address = isObject(first) ? own("url", "src", "path", "file", "image") : plainText(first);
  if (address === undefined) return undefined;
  const escaped = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const [picture] = htmlToBlocks(`<img src="${escaped}">`, baseUrl, true).pictures;
  if (picture === undefined) return undefined;
  const alt = own("alt", "alttext");
  const credit = own("credit", "copyright", "photographer");
  const caption = readCaption(own("caption", "title") ?? "", credit);
  const { creditLine, sources, people } = credit === undefined ? caption : readCreditLine(credit);
  return {
    ...picture,
    altTexts: alt === undefined ? [] : [{ text: alt }],
    captions: caption.text === "" ? [] : [{ text: caption.text }],
    ...(creditLine === undefined ? {} : { creditLine }),
    sources,
    people,
  };
}
