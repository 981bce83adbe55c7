import { cleanLine } from "../../cleaning/clean-line.ts";
import { attributeOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** The name of a flexible NewsML-G2 property, in the language of the item, or else its code. Pure. */
export function g2Name(property: XmlElement | undefined): string | undefined {
  if (property === undefined) return undefined;
  const names = childrenOf(property, "name");
  const language = inherited(property, "xml:lang");
  const own = names.find((name) => attributeOf(name, "xml:lang") === language) ?? names[0];
  return textOf(own) ?? cleanLine(attributeOf(property, "literal")) ?? g2Code(property) ?? textOf(property);
}

/** The code of a property without its scheme: `text` from `ninat:text`, or the end of its URI. Pure. */
export const g2Code = (property: XmlElement | undefined): string | undefined =>
  codeOf(attributeOf(property, "qcode") ?? attributeOf(property, "uri"));

/** The role of an element, without its scheme, in lower case. Pure. */
export const g2Role = (element: XmlElement): string =>
  codeOf(attributeOf(element, "role") ?? attributeOf(element, "roleuri"))?.toLowerCase() ?? "";

const codeOf = (code: string | undefined): string | undefined => cleanLine(code?.replace(/^.*[:/]/, ""));
