import { isPictureType } from "../../pictures/is-picture.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { attributeOf, childOf, childrenOf, descendantsOf } from "../../markup/xml/navigate.ts";
import { readXml } from "../../markup/xml/read-xml.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Code } from "./g2-name.ts";
import { g2Picture } from "./g2-picture.ts";

/** Which pictures of a message belong to which of its stories. */
export interface G2Links {
  /** By the guid of the story. */
  readonly pictures: ReadonlyMap<string, readonly ParsedPicture[]>;
  /** Guids of the pictures that belong to at least one story. */
  readonly used: ReadonlySet<string>;
}

/** Finds the pictures that each story of a message links to, or shares a package with as its only story. Pure. */
export function collectG2Links(text: string, baseUrl: string | undefined): G2Links {
  const pictures = new Map<string, ParsedPicture>();
  const stories = new Map<string, string[]>();
  const packages: string[][] = [];
  // Most messages have neither and need not be read twice.
  if (!/picture|graphic|photo|packageItem/i.test(text)) return { pictures: new Map(), used: new Set() };
  for (const read of readXml(text, isG2Item)) {
    if (read.kind !== "item") continue;
    const guid = attributeOf(read.element, "guid") ?? "";
    const picture = isG2Picture(read.element) ? g2Picture(read.element, baseUrl) : undefined;
    if (picture !== undefined) pictures.set(guid, picture);
    else if (read.element.name === "packageItem")
      packages.push(refsIn(descendantsOf(read.element, "itemRef")));
    else stories.set(guid, refsIn(childrenOf(childOf(read.element, "itemMeta"), "link")));
  }
  const links = Array.from(stories, ([guid, linked]): [string, readonly string[]] => {
    const bound = packages.filter(
      (refs) => refs.includes(guid) && refs.every((ref) => ref === guid || pictures.has(ref)),
    );
    return [guid, [...new Set([...linked, ...bound.flat()])].filter((ref) => pictures.has(ref))];
  });
  return {
    pictures: new Map(links.map(([guid, refs]) => [guid, refs.flatMap((ref) => pictures.get(ref) ?? [])])),
    used: new Set(links.flatMap(([, refs]) => refs)),
  };
}

const refsIn = (elements: readonly XmlElement[]): string[] =>
  elements.flatMap((element) => attributeOf(element, "residref") ?? []);

const itemNames: ReadonlySet<string> = new Set(
  "newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split(" "),
);

export const isG2Item = ({ name }: XmlElement): boolean => itemNames.has(name);

export const isG2Picture = (item: XmlElement): boolean => isPictureType(classOf(item)) === true;

/** What kind of content an item has: `text`, `picture`, `video`, … Pure. */
export const classOf = (item: XmlElement): string | undefined =>
  g2Code(childOf(childOf(item, "itemMeta"), "itemClass"));
