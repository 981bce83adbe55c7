import { cleanLine } from "../../cleaning/clean-line.ts";
import { childOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** No name is longer, and long texts cost time. */
const longestName = 300;

/** The name of a feed's author, without the email address that RSS requires. Pure. */
export function nameOfAuthor(author: XmlElement): string | undefined {
  const written = (textOf(childOf(author, "atom:name", "name")) ?? textOf(author))?.slice(0, longestName);
  const name = /^\S+@\S+\s*\((?<name>[^()]+)\)$/.exec(written ?? "")?.groups?.["name"] ?? written;
  return cleanLine(name?.replace(/\s*<?\S+@\S+\.\S+>?\s*/, " "));
}
