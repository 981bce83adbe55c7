import { readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** The first tag of most inputs is near the start; a long DTD may precede it. */
const headLengths = [4_096, 65_536] as const;

/** An HTML page is certainly not XML: reading it as XML would only report a fault in every other tag. */
const page = /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** Cache of one: every XML parser asks about the same head. */
let last: { readonly head: string; readonly root: XmlElement | undefined } | undefined;

/**
 * Returns the root element that begins an input, as complete as its head shows it; absent if the input is not XML.
 *
 * Pure, never throws. The root's attributes are complete, its children are not.
 */
export function rootOf(head: string): XmlElement | undefined {
  if (last?.head !== head) last = { head, root: readRoot(head) };
  return last.root;
}

function readRoot(head: string): XmlElement | undefined {
  const start = head.slice(0, 1000);
  if (!/^\s*<[\p{L}_!?]/u.test(start) || page.test(start)) return undefined;
  for (const length of headLengths) {
    for (const read of readXml(head.slice(0, length), () => false)) {
      if (read.kind === "root") return read.element;
    }
  }
  return undefined;
}
