import { toProblem } from "../../../problems.ts";
import type { ParsedItem } from "../../parser.ts";
import { type ReadXmlOptions, readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * Parses an XML input item by item; faults become problems, in order.
 *
 * @param isItem Which elements are items.
 * @param parseItem Returns the contents of an item.
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
    // Later faults around the items are mostly consequences of the first, unless one ends the reading.
    if (read.kind === "fault" && (read.isLast || read.isOfItem || !hasFault)) {
      hasFault ||= !read.isOfItem;
      const message = `Cannot read all of the XML: ${read.message}`;
      yield { kind: "problem", problem: toProblem("malformed-xml", message, { line: read.line }) };
    }
  }
}
