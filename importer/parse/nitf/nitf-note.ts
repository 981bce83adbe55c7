import { attributeOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";

/** Notes that are for readers too: a publishable advisory, a lead-in, an end note, an aside. */
const forReaders = /^(?:pa|hd|end|trivia)$/i;

/**
 * Whether a `note` is for editors and not for readers. NITF names its kind in `noteclass` and `notetype`; a note of an
 * unknown kind stays with the desk. Pure.
 */
export function isForEditors(note: XmlElement): boolean {
  const kinds = [...note.attributes]
    .filter(([name]) => /^note-?(?:class|type)$/i.test(name))
    .map(([, value]) => value.trim());
  return !kinds.some((kind) => forReaders.test(kind)) || attributeOf(note, "management-status") === "npa";
}
