import { childOf, oneLine, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** Nobody's name is longer, and what is costs time. */
const longestName = 300;

/** The name of a feed's author, without the mail address that RSS asks for. Pure. */
export function nameOfAuthor(author: XmlElement): string | undefined {
  const written = (textOf(childOf(author, "atom:name", "name")) ?? textOf(author))?.slice(0, longestName);
  const name = /^\S+@\S+\s*\((?<name>[^()]+)\)$/.exec(written ?? "")?.groups?.["name"] ?? written;
  return oneLine(name?.replace(/\s*<?\S+@\S+\.\S+>?\s*/, " "));
}
