import { formOf } from "../../markup/html/element-forms.ts";
import { isInline, isOneWhole } from "./text-leaves.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";

/**
 * Returns a tree without the lines and pictures that are not kept. Pure.
 *
 * @param kept Elements whose own text stays, and pictures, embeds and tables that stay with everything in them.
 * @param headings Elements among them whose own text becomes a small heading.
 */
export function pruneTree(
  element: HtmlElement,
  kept: ReadonlySet<HtmlElement>,
  headings: ReadonlySet<HtmlElement>,
): HtmlElement {
  return copy(element, undefined);

  function copy(original: HtmlElement, parent: HtmlElement | undefined): HtmlElement {
    const children: HtmlNode[] = [];
    // A navigation that was never closed holds the page; what is kept of it is no part of it.
    const name = "leftOut" in formOf(original.name) ? "div" : original.name;
    const result = { ...original, name, parent, children };
    let line: HtmlElement | undefined;
    const addOwn = (node: HtmlNode): void => {
      if (!kept.has(original)) return;
      if (!headings.has(original)) {
        children.push(node);
        return;
      }
      if (line === undefined) {
        line = { kind: "element", name: "h3", attributes: new Map(), children: [], parent: result };
        children.push(line);
      }
      line.children.push(node);
    };
    for (const child of original.children) {
      if (child.kind === "text") addOwn(child);
      else if (isOneWhole(child)) {
        if (kept.has(child)) children.push(child);
      } else if (child.name === "br" || isInline(child)) addOwn(child);
      else children.push(copy(child, result));
    }
    return result;
  }
}
