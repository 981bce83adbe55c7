import type { ParsedPicture } from "../parsed-story.ts";
import { attributeOf, childOf, childrenOf, descendantsOf } from "../xml/navigate.ts";
import { readXml } from "../xml/read-xml.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { g2Code } from "./g2-name.ts";
import { g2Picture } from "./g2-picture.ts";

/** The pictures that come along in one message, and the packages that bind them to stories. */
export interface G2Links {
  /** By the guid of the picture's item. */
  readonly pictures: ReadonlyMap<string, ParsedPicture>;
  /** For each package the items that it names. */
  readonly packages: readonly (readonly string[])[];
}

/** Collects what the stories of a message refer to. Pure. */
export function collectG2Links(text: string, baseUrl: string | undefined): G2Links {
  const pictures = new Map<string, ParsedPicture>();
  const packages: string[][] = [];
  // Most messages have neither, and are then not read twice.
  if (!/picture|graphic|packageItem/.test(text)) return { pictures, packages };
  for (const read of readXml(text, isG2Item)) {
    if (read.kind !== "item") continue;
    const guid = attributeOf(read.element, "guid");
    if (read.element.name === "packageItem") {
      packages.push(
        descendantsOf(read.element, "itemRef").flatMap((ref) => attributeOf(ref, "residref") ?? []),
      );
    } else if (guid !== undefined && isG2Picture(read.element)) {
      const picture = g2Picture(read.element, baseUrl);
      if (picture !== undefined) pictures.set(guid, picture);
    }
  }
  return { pictures, packages };
}

/** The pictures that an item links with, or that stand with it in a package whose only story it is. Pure. */
export function picturesOfItem(item: XmlElement, { pictures, packages }: G2Links): readonly ParsedPicture[] {
  const linked = childrenOf(childOf(item, "itemMeta"), "link").flatMap(
    (link) => attributeOf(link, "residref") ?? [],
  );
  const guid = attributeOf(item, "guid") ?? "";
  const bound = packages
    .filter((refs) => refs.includes(guid) && refs.every((ref) => ref === guid || pictures.has(ref)))
    .flat();
  return [...new Set([...linked, ...bound])].flatMap((ref) => pictures.get(ref) ?? []);
}

const itemNames: ReadonlySet<string> = new Set(
  "newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split(" "),
);

export const isG2Item = ({ name }: XmlElement): boolean => itemNames.has(name);

export const isG2Picture = (item: XmlElement): boolean =>
  /^(?:picture|graphic|photo|still-?image)$/i.test(classOf(item) ?? "");

/** What kind of content an item has: `text`, `picture`, `video`, … Pure. */
export const classOf = (item: XmlElement): string | undefined =>
  g2Code(childOf(childOf(item, "itemMeta"), "itemClass"));
