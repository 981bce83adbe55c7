import { isKeyed, type Keyed } from "./keyed.ts";

/** The text of a block without its marks; empty for anything else. Pure. */
export function blockText(block: Keyed): string {
  const children = isKeyed(block.children) ? (block.children ?? []) : [];
  return children.map((child) => (typeof child.text === "string" ? child.text : "")).join("");
}
