import { Parser } from "htmlparser2";

export interface HtmlElement {
  readonly kind: "element";
  /** In lower case. */
  readonly name: string;
  /** Names in lower case, values with their entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | undefined;
}

interface HtmlText {
  readonly kind: "text";
  text: string;
}

export type HtmlNode = HtmlElement | HtmlText;

export type ReadTree = { readonly kind: "tree"; readonly root: HtmlElement } | { readonly kind: "too-deep" };

/** As deep as browsers nest; the tree can therefore be walked recursively. */
export const deepestNesting = 512;

/** No honest page has elements with more attributes, or longer ones. */
const mostAttributes = 100;
const longestAttribute = 20_000;

/** Elements whose content is a program, style or drawing, not text. Scripts with data are kept: see `isData`. */
const opaque = new Set(["script", "style", "template", "svg", "math", "object", "embed", "applet", "canvas"]);

/**
 * Reads HTML, however broken, into a tree of plain objects.
 *
 * Pure, linear in the length of the input; never throws. Programs and styles are left out, as are attributes that
 * contain programs. Unclosed elements are closed with their parent.
 */
export function readTree(html: string): ReadTree {
  const root = newElement("#root", new Map(), undefined);
  let open = root;
  let depth = 0;
  let isTooDeep = false;
  /** Depth of the opaque element being skipped. */
  let skippedFrom: number | undefined;

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
      const element = newElement(name, attributesOf(values), open);
      open.children.push(element);
      open = element;
    },
    onclosetag() {
      depth -= 1;
      if (skippedFrom === undefined) open = open.parent ?? root;
      else if (depth < skippedFrom) skippedFrom = undefined;
    },
    ontext(text) {
      if (skippedFrom !== undefined) return;
      const last = open.children.at(-1);
      if (last?.kind === "text") last.text += text;
      else open.children.push({ kind: "text", text });
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
