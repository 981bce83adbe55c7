import type { ExprNode, SyntaxNode } from "groq-js";
import { calledFunction } from "../parse/query-functions.ts";
import { nodesOf } from "../parse/query-tree.ts";

/**
 * The fields of a document that a query reads, if its result contains nothing but their values.
 *
 * `undefined` for a query that may need whole documents: one that returns documents, follows references, searches for
 * text anywhere, or does anything else that is not known here to be confined to the fields it names.
 */
export function fieldsOf(query: ExprNode): readonly string[] | undefined {
  if (!givesFieldsOnly(query)) return undefined;
  const names = new Set<string>();
  let documents = 0;
  let contexts = 0;
  for (const node of nodesOf(query)) {
    if (!isConfined(node)) return undefined;
    if (node.type === "Everything") documents += 1;
    if (node.type === "This") contexts += 1;
    if (node.type === "Projection" && node.base.type === "This") contexts -= 1;
    if (node.type === "PipeFuncCall") contexts -= node.args.filter(({ type }) => type === "This").length;
    if (node.type !== "AccessAttribute") continue;
    if (node.base?.type === "This") contexts -= 1;
    if (node.base === undefined || node.base.type === "This") names.add(node.name);
  }
  // A second `*` is another set of documents; a `@` by itself may be a whole document.
  const isKnown = documents === 1 && contexts === 0 && names.values().every((name) => plainName.test(name));
  return isKnown ? [...names] : undefined;
}

const plainName = /^[A-Za-z_]\w*$/;

/** Whether a query's result is made of a projection of the documents, of one of their fields, or of their number. */
function givesFieldsOnly(node: ExprNode): boolean {
  switch (node.type) {
    case "Slice":
    case "AccessElement":
    case "PipeFuncCall":
      return givesFieldsOnly(node.base);
    case "FuncCall": {
      const [list, ...more] = node.args;
      if (list === undefined || more.length > 0) return false;
      return node.name === "count" ? isDocuments(list) : isOfItems(node) && givesFieldsOnly(list);
    }
    case "Map":
      return (
        isDocuments(node.base) && (node.expr.type === "Projection" || node.expr.type === "AccessAttribute")
      );
    default:
      return false;
  }
}

/** Functions that give some of the items of a list. */
const isOfItems = ({ namespace, name }: Extract<ExprNode, { type: "FuncCall" }>): boolean =>
  namespace === "array" && (name === "unique" || name === "compact");

/** Whether a query's result is whole documents, selected and ordered. */
function isDocuments(node: ExprNode): boolean {
  switch (node.type) {
    case "Everything":
      return true;
    case "Filter":
    case "Slice":
    case "PipeFuncCall":
      return isDocuments(node.base);
    default:
      return false;
  }
}

/** Whether a node reads nothing beyond the fields that it names. */
function isConfined(node: SyntaxNode): boolean {
  switch (node.type) {
    case "Deref":
    case "Parent":
    case "ObjectSplat":
    case "ObjectConditionalSplat":
    case "Context":
      return false;
    case "FuncCall": {
      const reads = calledFunction(node)?.reads;
      return reads !== undefined && reads !== "documents";
    }
    case "PipeFuncCall":
      return node.name === "order";
    default:
      return true;
  }
}
