import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { isHidden } from "../../markup/html/element-signs.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";
import { findElement } from "../../markup/html/walk-tree.ts";
import { isConsentBox } from "./boilerplate.ts";

/** Pages with more elements are lists and archives, on which the vote would take seconds. */
const mostElements = 20_000;
/** Readability asks each element for all text in it, so text costs in proportion to its depth. */
const mostDeepText = 30_000_000;

/**
 * Asks Readability which elements of a page are its main content. Pure: it receives a copy rewritten from the tree,
 * so that nothing of a hostile page reaches it except elements, names and text.
 */
export function voteByReadability(root: HtmlElement): ReadonlySet<HtmlElement> {
  if (deepTextOf(root) > mostDeepText) return new Set();
  const elements: HtmlElement[] = [];
  const hasBody = findElement(root, ({ name }) => name === "body") !== undefined;
  const html = hasBody ? write(root, elements) : `<body>${write(root, elements)}</body>`;
  if (elements.length > mostElements) return new Set();
  const { document } = parseHTML(`<!doctype html><html>${html}</html>`);
  const kept = new Set<HtmlElement>();
  new Readability<string>(document, {
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 250,
    serializer(content) {
      if (!hasQuery(content)) return "";
      for (const found of content.querySelectorAll(`[${numberName}]`)) {
        const element = elements[Number(found.getAttribute(numberName))];
        if (element !== undefined) kept.add(element);
      }
      return "";
    },
  }).parse();
  return kept;
}

const hasQuery = (node: Node): node is Element => "querySelectorAll" in node;

const numberName = "data-copydesk-number";
/** The attributes that Readability uses. */
const written = ["class", "id", "role", "itemprop", "rel", "href", "src", "alt"];
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const unseen = /^(?:script|noscript|head|link|meta|iframe|base|svg|canvas|object|embed)$/;

function write(node: HtmlNode, elements: HtmlElement[]): string {
  if (node.kind === "text") return escape(node.text.replace(/\s+/g, " "));
  if (unseen.test(node.name) || isHidden(node) || isConsentBox(node)) return "";
  const inside = (): string => node.children.map((child) => write(child, elements)).join("");
  if (node.name === "#root" || node.name === "html" || !/^[a-z][a-z0-9-]*$/.test(node.name)) return inside();
  const attributes = written.map((name) => {
    const value = node.attributes.get(name);
    return value === undefined ? "" : ` ${name}="${escape(value)}"`;
  });
  const start = `<${node.name} ${numberName}="${elements.length}"${attributes.join("")}>`;
  elements.push(node);
  return empty.test(node.name) ? start : `${start}${inside()}</${node.name}>`;
}

function deepTextOf(element: HtmlElement, depth = 1): number {
  return element.children.reduce(
    (sum, child) => sum + (child.kind === "text" ? depth * child.text.length : deepTextOf(child, depth + 1)),
    0,
  );
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
