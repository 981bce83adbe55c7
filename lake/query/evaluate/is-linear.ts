import type { ExprNode, SyntaxNode } from "groq-js";
import { nodesOf } from "../parse/query-tree.ts";

/** More nodes, each of which may look through a document, take long together. */
const mostNodes = 300;
const mostMatches = 5;
const mostValues = 100;
const longestPattern = 200;

/**
 * Whether the time that a filter takes for a document grows with the length of the document alone, and slowly: it looks at
 * nothing for each item of a list but at that item.
 */
export function isLinear(filter: ExprNode): boolean {
  const nodes = [...nodesOf(filter).take(mostNodes + 1)];
  const count = (type: SyntaxNode["type"], op?: string): number =>
    nodes.filter(
      (node) => node.type === type && (op === undefined || (node.type === "OpCall" && node.op === op)),
    ).length;
  return (
    nodes.length <= mostNodes &&
    count("OpCall", "match") <= mostMatches &&
    count("Everything") <= 1 &&
    nodes.every(isWithinItem)
  );
}

function isWithinItem(node: SyntaxNode): boolean {
  switch (node.type) {
    case "Parent":
    case "Deref":
      return false;
    case "FuncCall":
      return node.namespace !== "array" && node.namespace !== "geo";
    case "Value":
      return isShort(node.value);
    default:
      return true;
  }
}

function isShort(value: unknown): boolean {
  if (typeof value === "string") return value.length <= longestPattern;
  if (typeof value !== "object" || value === null) return true;
  return Array.isArray(value) && value.length <= mostValues && value.every(isShort);
}
