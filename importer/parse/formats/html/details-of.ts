import { cleanLine } from "../../cleaning/clean-line.ts";
import { isInlineName } from "../../markup/html/element-forms.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";
import { textOf } from "../../markup/html/walk-tree.ts";

/**
 * The details that a line of a page shows beside each other, each with its label: pages part them by elements where copy
 * has blanks or bars, as in `<span>来源：<a>新华网</a></span><span>编辑：李明</span>`. Pure.
 */
export function detailsOf(line: HtmlElement): string[] {
  const details: string[] = [];
  for (const part of partsOf(line)) {
    const last = details.at(-1);
    // A label and its value are often two elements.
    if (last !== undefined && /[:：]$/u.test(last)) details[details.length - 1] = `${last} ${part}`;
    else details.push(part);
  }
  return details;
}

function partsOf(node: HtmlNode): string[] {
  if (node.kind === "element" && node.children.some(isPart)) return node.children.flatMap(partsOf);
  const text = node.kind === "text" ? (cleanLine(node.text) ?? "") : textOf(node);
  return /[\p{L}\p{N}]/u.test(text) ? [text] : [];
}

const isPart = (node: HtmlNode): boolean =>
  node.kind === "element" && isInlineName(node.name) && node.name !== "a";
