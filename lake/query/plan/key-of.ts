import type { ExprNode, SyntaxNode } from "groq-js";
import type { DocumentKey } from "../../core/dataset.ts";
import { calledFunction } from "../parse/query-functions.ts";
import { childrenOf, nodesOf } from "../parse/query-tree.ts";
import { pathOf } from "./path-of.ts";

/** Fields that each perspective has otherwise. */
const seenFields: ReadonlySet<string> = new Set(["_id", "_originalId"]);

/** Longer expressions are evaluated as often as they are asked. */
const longestKey = 1500;

/**
 * What an expression looks at in a document, if it is the same whoever asks and when: a field, or something that is worked
 * out of the document's fields alone.
 */
export function keyOf(node: ExprNode): DocumentKey | undefined {
  const path = pathOf(node);
  if (path) return path;
  if (!isKey(node, false)) return undefined;
  const key = JSON.stringify(node);
  return key.length <= longestKey ? key : undefined;
}

/** The fields that a key reads. */
export function fieldsOfKey(key: DocumentKey): readonly string[] {
  if (typeof key !== "string") return key.slice(0, 1).map(String);
  const node: ExprNode = JSON.parse(key);
  return [...nodesOf(node)].flatMap((each) => (each.type === "AccessAttribute" ? each.name : []));
}

function isKey(node: SyntaxNode, isNested: boolean): boolean {
  const areKeys = (nodes: Iterable<SyntaxNode>, nested = isNested): boolean =>
    Iterator.from(nodes).every((each) => isKey(each, nested));
  switch (node.type) {
    case "Value":
      return isPlain(node.value);
    case "This":
      return isNested;
    case "AccessAttribute":
      if (seenFields.has(node.name)) return false;
      return node.base === undefined || node.base.type === "This" || isKey(node.base, isNested);
    case "Filter":
      return isKey(node.base, isNested) && isKey(node.expr, true);
    case "FuncCall":
      return calledFunction(node)?.reads === "arguments" && areKeys(node.args);
    case "And":
    case "Or":
    case "Not":
    case "Neg":
    case "Pos":
    case "OpCall":
    case "InRange":
    case "Group":
    case "Array":
    case "ArrayElement":
    case "ArrayCoerce":
    case "AccessElement":
    case "Slice":
    case "Select":
    case "SelectAlternative":
      return areKeys(childrenOf(node));
    default:
      return false;
  }
}

function isPlain(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
