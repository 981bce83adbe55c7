import { evaluateSync, toJS, type ExprNode, type SyntaxNode } from "groq-js";
import { isRecord } from "./dataset.ts";

/** Every node of a parsed query, from the root down. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/**
 * Copies a parsed query with some nodes replaced, from the root down.
 *
 * @param replace Returns the new node, which is used as it is, or `undefined` to continue with the node's children.
 */
export function rewrite<Node extends SyntaxNode>(
  node: Node,
  replace: (node: SyntaxNode) => ExprNode | undefined,
): Node | ExprNode {
  const replaced = replace(node);
  if (replaced) return replaced;
  if (node.type === "Value") return node;
  const rewritten = Object.entries(node).map(([name, member]): [string, unknown] => [
    name,
    Array.isArray(member)
      ? member.map((item: unknown) => (isNode(item) ? rewrite(item, replace) : item))
      : isNode(member)
        ? rewrite(member, replace)
        : member,
  ]);
  return Object.assign({ ...node }, Object.fromEntries(rewritten));
}

function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  // The content of a value node is data, whatever it looks like.
  if (node.type === "Value") return;
  for (const member of Object.values(node)) {
    for (const item of Array.isArray(member) ? member : [member]) if (isNode(item)) yield item;
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value["type"] === "string";
}

const constantTypes: ReadonlySet<string> = new Set(["Value", "Group", "Array", "ArrayElement", "OpCall"]);

/** The value of an expression of literals and parameters; `undefined` for an expression that depends on documents. */
export function constantOf(node: ExprNode): unknown {
  if (!nodesOf(node).every(({ type }) => constantTypes.has(type))) return undefined;
  return toJS(evaluateSync(node));
}
