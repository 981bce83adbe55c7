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

/** As deep as browsers nest. What walks the tree may therefore call itself. */
export const deepestNesting = 512;

/** More attributes, or longer ones, stand on no element of an honest page. */
const mostAttributes = 100;
const longestAttribute = 20_000;

/** Whose content is program, style or drawing, and no text. Scripts of data are kept: see `isData`. */
const opaque = new Set(["script", "style", "template", "svg", "math", "object", "embed", "applet", "canvas"]);

/**
 * Reads HTML, however broken, into a tree of plain objects.
 *
 * Pure, and linear in the length of the input; never throws. Programs and styles are left out, and so are attributes
 * that hold programs. Elements that a page forgot to close are closed with what contains them.
 */
export function readTree(html: string): ReadTree {
  const root = newElement("#root", new Map(), undefined);
  let open = root;
  let depth = 0;
  let isTooDeep = false;
  /** How deep the opaque element stands that is being skipped. */
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
  // In parts, since the parser looks at a pause only between two of them while a tag is open.
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

/** All but handlers ("onclick"), which hold programs. */
function attributesOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const name in values) {
    if (attributes.size >= mostAttributes) break;
    const value = values[name] ?? "";
    if (!name.startsWith("on") && value.length <= longestAttribute) attributes.set(name, value);
  }
  return attributes;
}
