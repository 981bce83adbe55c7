import { readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** The first tag of most inputs is near their start; a long DTD may precede it. */
const headLengths = [4_096, 65_536] as const;

/**
 * The root element that an input begins with, as far as its head shows it; absent if the input is no XML.
 *
 * Pure, never throws. The attributes of the root are complete, its children are not.
 */
export function rootOf(head: string): XmlElement | undefined {
  if (!/^\s*<[\p{L}_!?]/u.test(head.slice(0, 1000))) return undefined;
  for (const length of headLengths) {
    for (const read of readXml(head.slice(0, length), () => false)) {
      if (read.kind === "root") return read.element;
    }
  }
  return undefined;
}
