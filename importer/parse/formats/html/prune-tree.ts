import { isInline, isOneWhole } from "./text-leaves.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";

/**
 * Returns a tree without the lines and pictures that are not kept. Pure.
 *
 * @param kept Elements whose own text stays, and pictures, embeds and tables that stay with everything in them.
 */
export function pruneTree(element: HtmlElement, kept: ReadonlySet<HtmlElement>): HtmlElement {
  return copy(element, undefined, kept);
}

function copy(
  element: HtmlElement,
  parent: HtmlElement | undefined,
  kept: ReadonlySet<HtmlElement>,
): HtmlElement {
  const children: HtmlNode[] = [];
  const result = { ...element, parent, children };
  for (const child of element.children) {
    if (child.kind === "text") {
      if (kept.has(element)) children.push(child);
    } else if (isOneWhole(child)) {
      if (kept.has(child)) children.push(child);
    } else if (child.name === "br" || isInline(child)) {
      if (kept.has(element)) children.push(child);
    } else children.push(copy(child, result, kept));
  }
  return result;
}
