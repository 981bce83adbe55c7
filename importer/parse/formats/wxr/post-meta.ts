import { cleanLine } from "../../cleaning/clean-line.ts";
import { childOf, childrenOf, rawTextOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** The first non-empty custom field of a post among the given names. Pure. */
export function postMeta(post: XmlElement, ...keys: readonly string[]): XmlElement | undefined {
  const metas = childrenOf(post, "wp:postmeta");
  for (const key of keys) {
    const meta = metas.find((candidate) => textOf(childOf(candidate, "wp:meta_key")) === key);
    const value = childOf(meta, "wp:meta_value");
    if (cleanLine(rawTextOf(value)) !== undefined) return value;
  }
  return undefined;
}
