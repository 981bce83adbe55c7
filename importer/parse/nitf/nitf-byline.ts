import { cleanLine } from "../cleaning/clean-line.ts";
import { foundIn, foundText, isFound, type Found } from "../fields/found.ts";
import { readPrintedByline } from "../phrases/read-printed-byline.ts";
import { childrenOf, isElement, rawTextOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";

export interface NitfByline {
  /** As printed. */
  readonly byline: Found<string> | undefined;
  readonly creators: readonly Found<string>[];
}

/** Reads the bylines of a head: names marked as persons, otherwise the printed names. Pure. */
export function nitfByline(bylines: readonly XmlElement[]): NitfByline {
  const [first] = bylines;
  const printed = bylines.flatMap((byline) => printedIn(byline) ?? []);
  const line = printed.map((text) => readPrintedByline(text).printed).join(", ");
  return {
    byline: foundIn(first, cleanLine(line), "nitf-byline"),
    creators: bylines.flatMap((byline) => {
      const persons = childrenOf(byline, "person").map((person) => foundText(person, "nitf-byline-person"));
      const name = readPrintedByline(printedIn(byline) ?? "").name;
      return (persons.length > 0 ? persons : [foundIn(byline, name, "nitf-byline-name", 0.8)]).filter(
        isFound,
      );
    }),
  };
}

/** A longer text is not a byline. */
const longestByline = 500;

/** Writers' titles ("byttl") are not part of the line. */
function printedIn(byline: XmlElement): string | undefined {
  const text = byline.children
    .map((node) => (isElement(node) ? (node.name === "byttl" ? " " : rawTextOf(node)) : node))
    .join("");
  return cleanLine(
    cleanLine(text)
      ?.slice(0, longestByline)
      .replace(/[\s,،]+$/u, ""),
  );
}
