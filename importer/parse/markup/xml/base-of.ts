import { attributeOf } from "./navigate.ts";
import type { XmlElement } from "./xml-element.ts";

/** The address that relative ones in an element start from, by its `xml:base` and those around it. Pure. */
export function baseOf(element: XmlElement | undefined, outer: string | undefined): string | undefined {
  if (element === undefined) return outer;
  const around = baseOf(element.parent, outer);
  const own = attributeOf(element, "xml:base");
  return own === undefined ? around : (URL.parse(own, around)?.href ?? around);
}
