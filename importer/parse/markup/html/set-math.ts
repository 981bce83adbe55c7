import type { HtmlElement, HtmlNode } from "./html-tree.ts";

/**
 * Turns the formula in a `math` element into words with raised and lowered ones: 10⁶ is not 106, and a half is 1/2.
 * The element itself is changed. Takes time linear in its content.
 *
 * @see https://w3c.github.io/mathml-core/
 */
export function setMath(math: HtmlElement): void {
  const set = math.children.flatMap((child) => nodesOf(child, math));
  math.children.splice(0, math.children.length, ...set);
}

function nodesOf(node: HtmlNode, parent: HtmlElement): HtmlNode[] {
  // Space in the markup is no space in a formula.
  if (node.kind === "text") return node.text.trim() === "" ? [] : [{ kind: "text", text: node.text.trim() }];
  const parts = node.children
    .filter((child) => child.kind === "element")
    .map((part) => nodesOf(part, parent));
  const [first = [], second = [], third = []] = parts;
  const within = (name: "sub" | "sup", children: HtmlNode[]): HtmlNode[] =>
    children.length === 0 ? [] : [{ kind: "element", name, attributes: new Map(), children, parent }];
  switch (node.name) {
    case "msup":
    case "mover":
      return [...first, ...within("sup", second)];
    case "msub":
    case "munder":
      return [...first, ...within("sub", second)];
    case "msubsup":
    case "munderover":
      return [...first, ...within("sub", second), ...within("sup", third)];
    case "mfrac":
      return [...grouped(first), text("/"), ...grouped(second)];
    case "msqrt":
      return [text("√"), ...grouped(parts.flat())];
    case "mroot":
      return [...within("sup", second), text("√"), ...grouped(first)];
    case "mfenced":
      return [text("("), ...joined(parts, ", "), text(")")];
    case "mtr":
      return joined(parts, ", ");
    case "mtable":
      return joined(parts, "; ");
    case "mspace":
      return [text(" ")];
    case "mtext":
      return [text(plainText(node))];
    case "mphantom":
      return [];
    case "annotation":
    case "annotation-xml":
      return [node];
    default:
      return node.children.flatMap((child) => nodesOf(child, parent));
  }
}

const text = (words: string): HtmlNode => ({ kind: "text", text: words });

const joined = (parts: readonly HtmlNode[][], separator: string): HtmlNode[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [text(separator), ...part]));

/** In parentheses, unless it is one number or word. */
const grouped = (nodes: HtmlNode[]): HtmlNode[] =>
  /^[\p{L}\p{N}.,]+$/u.test(nodes.map(plainText).join("")) ? nodes : [text("("), ...nodes, text(")")];

const plainText = (node: HtmlNode): string =>
  node.kind === "text" ? node.text : node.children.map(plainText).join("");
