import { childOf, childrenOf, rawTextOf } from "../../markup/xml/navigate.ts";
import { toHtml } from "../../markup/xml/to-html.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** The author of a feed as written: the text or HTML in the element, or in its name. Pure. */
export function textOfAuthor(author: XmlElement): string {
  const named = childOf(author, "atom:name", "name") ?? author;
  const isStructured =
    named === author && childOf(author, "atom:uri", "atom:email", "uri", "email") !== undefined;
  if (isStructured) return "";
  return childrenOf(named).length > 0 ? toHtml(named) : rawTextOf(named);
}
