import { attributeOf } from "./navigate.ts";
import type { XmlElement } from "./xml-element.ts";

/** The base of relative addresses in an element, from its `xml:base` and those of its ancestors. Pure. */
export function baseOf(element: XmlElement | undefined, outer: string | undefined): string | undefined {
  if (element === undefined) return outer;
  const around = baseOf(element.parent, outer);
  const own = attributeOf(element, "xml:base");
  return own === undefined ? around : (URL.parse(own, around)?.href ?? around);
}
