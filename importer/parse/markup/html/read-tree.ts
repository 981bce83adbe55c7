import { Parser } from "htmlparser2";
import type { HtmlElement } from "./html-tree.ts";
import { setMath } from "./set-math.ts";

export type { HtmlElement, HtmlNode } from "./html-tree.ts";

export type ReadTree = { readonly kind: "tree"; readonly root: HtmlElement } | { readonly kind: "too-deep" };

/** As deep as browsers nest; the tree can therefore be walked recursively. */
export const deepestNesting = 512;

/** No honest page has elements with more attributes, or longer ones. */
const mostAttributes = 100;
const longestAttribute = 20_000;

/** Elements whose content is a program or style. Scripts with data are kept: see `isData`. */
const opaque = new Set(["script", "style", "template", "applet"]);
/** Elements of which only the words are kept: their elements are shapes, and some have the names of a page's. */
const drawn = new Set(["svg", "canvas"]);

/**
 * Reads HTML, however broken, into a tree of plain objects.
 *
 * Pure, linear in the length of the input; never throws. Programs and styles are left out, as are attributes that
 * contain programs. Drawings become words, and so do formulas. Unclosed elements are closed with their parent.
 */
export function readTree(html: string): ReadTree {
  const root = newElement("#root", new Map(), undefined);
  let open = root;
  let depth = 0;
  let isTooDeep = false;
  /** Depth of the opaque element being skipped. */
  let skippedFrom: number | undefined;
  /** Depth of the drawing that is open. */
  let drawnFrom: number | undefined;

  const addText = (text: string): void => {
    const last = open.children.at(-1);
    if (last?.kind === "text") last.text += text;
    else open.children.push({ kind: "text", text });
  };
  const parser = new Parser({
    onopentag(name, values) {
      depth += 1;
      if (depth > deepestNesting) {
        isTooDeep = true;
        parser.pause();
        return;
      }
      if (skippedFrom !== undefined || (opaque.has(name) && !isData(name, values))) {
        skippedFrom ??= depth;
        return;
      }
      if (drawnFrom !== undefined) {
        addText(" ");
        return;
      }
      if (drawn.has(name)) drawnFrom = depth;
      const element = newElement(name, attributesOf(values), open);
      open.children.push(element);
      open = element;
    },
    onclosetag() {
      depth -= 1;
      if (skippedFrom !== undefined) {
        if (depth < skippedFrom) skippedFrom = undefined;
        return;
      }
      if (drawnFrom !== undefined && depth >= drawnFrom) return;
      drawnFrom = undefined;
      if (open.name === "math") setMath(open);
      open = open.parent ?? root;
    },
    ontext(text) {
      if (skippedFrom === undefined) addText(text);
    },
  });
  // In parts, since within an open tag the parser checks for a pause only between two parts.
  for (let at = 0; at < html.length && !isTooDeep; at += partLength) {
    parser.write(html.slice(at, at + partLength).replaceAll("\0", ""));
  }
  if (isTooDeep) return { kind: "too-deep" };
  parser.end();
  return { kind: "tree", root };
}

const partLength = 65_536;

const newElement = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: HtmlElement | undefined,
): HtmlElement => ({ kind: "element", name, attributes, children: [], parent });

const isData = (name: string, values: Readonly<Record<string, string>>): boolean =>
  name === "script" && /^application\/(?:[a-z]+\+)?json\b/i.test((values["type"] ?? "").trim());

/** All except handlers ("onclick"), which contain programs. */
function attributesOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const name in values) {
    if (attributes.size >= mostAttributes) break;
    const value = values[name] ?? "";
    if (!name.startsWith("on") && value.length <= longestAttribute) attributes.set(name, value);
  }
  return attributes;
}
