import { readXml } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** The first tag of most inputs is near their start; a long DTD may precede it. */
const headLengths = [4_096, 65_536] as const;

/** A page, which is no XML for certain: to read it as such would only find a fault in every other tag. */
const page = /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** Every XML parser asks the same of the same head. */
let last: { readonly head: string; readonly root: XmlElement | undefined } | undefined;

/**
 * The root element that an input begins with, as far as its head shows it; absent if the input is no XML.
 *
 * Pure, never throws. The attributes of the root are complete, its children are not.
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
