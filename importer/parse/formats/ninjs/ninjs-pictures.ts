import { cleanLine } from "../../cleaning/clean-line.ts";
import { languageTagOf } from "../../fields/resolve-language.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { foundPicture } from "../../pictures/found-picture.ts";
import { isPictureType } from "../../pictures/is-picture.ts";
import { type Rendition, largestRendition } from "../../pictures/largest-rendition.ts";
import { wireBase } from "../../pictures/picture-location.ts";
import { nameKey } from "../../pictures/same-picture.ts";
import { dayOf } from "../../time/day-of.ts";
import { type NinjsItem, type NinjsRendition, ninjsItem } from "./ninjs-shape.ts";

/** An item associated with another. */
export interface Association {
  readonly name: string;
  /** Its name if no other has it. */
  readonly key: string | undefined;
  readonly place: string;
  readonly item: NinjsItem;
}

/** The associated items in order, however the item's version writes them. Pure. */
export function associationsOf(item: NinjsItem, at: string): Association[] {
  const { associations = [] } = item;
  const entries: (readonly [string, unknown])[] = Array.isArray(associations)
    ? associations.map((value, index) => [String(index), value])
    : Object.entries(associations);
  return entries.flatMap(([key, value]) => {
    // An embedded item may be known by its name alone.
    const read = ninjsItem.safeParse(isObject(value) && !("guid" in value) ? { uri: key, ...value } : value);
    if (!read.success) return [];
    const place = Array.isArray(associations) ? `${at}associations[${key}]` : `${at}associations.${key}`;
    const { name, rel } = read.data;
    const named = typeof rel === "string" ? rel : typeof name === "string" ? name : key;
    return [{ name: named, key: Array.isArray(associations) ? undefined : key, place, item: read.data }];
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The pictures associated with a story, the featured one first. Pure. */
export function ninjsPictures(item: NinjsItem, at: string, baseUrl: string | undefined): ParsedPicture[] {
  const isFeatured = ({ name }: Association): boolean => /feature|main|lead|hero/i.test(name);
  return associationsOf(item, at)
    .filter((association) => isPictureType(association.item.type))
    .toSorted((a, b) => Number(isFeatured(b)) - Number(isFeatured(a)))
    .flatMap(({ key, item: picture }) => ninjsPicture(picture, key, baseUrl) ?? []);
}

/**
 * The picture of a picture item, in its largest rendition. Pure.
 *
 * @param key What it is associated as.
 */
export function ninjsPicture(
  item: NinjsItem,
  key: string | undefined,
  baseUrl: string | undefined,
): ParsedPicture | undefined {
  const textWith = (role: RegExp): string | undefined =>
    [...(item.descriptions ?? []), ...(item.bodies ?? [])].find((text) => role.test(text.role ?? ""))?.value;
  const spoken = [
    textWith(/caption/i),
    item["description_caption"],
    item["description_text"],
    item["description_html"],
  ];
  const fallback = [item.descriptions?.find(({ role }) => !/alt/i.test(role ?? ""))?.value, item.headline];
  const caption = [...spoken, ...fallback].find((text) => typeof text === "string" && text.trim() !== "");
  // Superdesk keeps the alternative text in the body of a picture.
  const alt = [textWith(/alt/i), item["body_text"]].find((text) => typeof text === "string");
  const by = item.byline ?? item.by;
  const location = largestRendition(renditionsOf(item), wireBase(baseUrl))?.location;
  return foundPicture({
    ...location,
    // The text of the story names it by what it is associated as, or by its own id.
    knownAs: [
      ...(location?.knownAs ?? []),
      ...[key, item.uri].flatMap((name) => (name ? nameKey(name) : [])),
    ],
    alt: cleanLine(typeof alt === "string" ? alt : undefined),
    caption: cleanLine(typeof caption === "string" ? caption : undefined),
    credit: item.creditline ?? creditOf(item),
    photographers: by === undefined ? [] : [by],
    language: languageTagOf(item.language),
    dateCreated: dayOf(item.contentcreated),
    copyrightNotice: item.copyrightnotice,
    usageTerms: cleanLine(item.usageterms),
  });
}

/** Photographer and provider as agencies print them: "Jane Doe/AFP". */
function creditOf(item: NinjsItem): string | undefined {
  const source =
    item.infosources?.[0]?.name ?? item.infosource?.[0]?.name ?? item.source ?? item.copyrightholder;
  const names = new Set([item.byline ?? item.by, source].filter((name) => name !== undefined));
  return [...names].join("/") || undefined;
}

/** Version 1 names the renditions of an item by key, version 3 inside each. */
function renditionsOf({ renditions = [] }: NinjsItem): Rendition[] {
  const all: readonly (readonly [string | undefined, NinjsRendition])[] = Array.isArray(renditions)
    ? renditions.map((rendition) => [rendition.name, rendition])
    : Object.entries(renditions);
  return all.map(([name, { href, mimetype, contenttype, width, height }]) => ({
    written: href,
    name,
    type: mimetype ?? contenttype,
    width,
    height,
  }));
}
