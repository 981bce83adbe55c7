import { toProblem } from "../../../problems.ts";
import type { ParsedItem } from "../../parser.ts";
import { type ReadXmlOptions, readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * Parses an input of XML item by item; what is not well-formed becomes problems, in its place.
 *
 * @param isItem Which elements are items.
 * @param parseItem What an item gives.
 */
export function* parseItems(
  text: string,
  isItem: (element: XmlElement) => boolean,
  parseItem: (element: XmlElement) => Iterable<ParsedItem>,
  options?: ReadXmlOptions,
): Generator<ParsedItem> {
  let hasFault = false;
  for (const read of readXml(text, isItem, options)) {
    if (read.kind === "item") yield* parseItem(read.element);
    // What follows the first fault around the items is mostly its consequence, unless it ends the reading.
    if (read.kind === "fault" && (read.isLast || read.isOfItem || !hasFault)) {
      hasFault ||= !read.isOfItem;
      const message = `Cannot read the XML as it stands: ${read.message}`;
      yield { kind: "problem", problem: toProblem("malformed-xml", message, { line: read.line }) };
    }
  }
}
