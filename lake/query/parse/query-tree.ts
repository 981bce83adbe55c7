import type { ExprNode, SyntaxNode } from "groq-js";
import { isRecord } from "../../core/dataset.ts";

/** Every node of a parsed query, from the root down. Without recursion: a query may be of any depth. */
export function* nodesOf(root: SyntaxNode): Generator<SyntaxNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    for (const child of [...childrenOf(node)].reverse()) waiting.push(child);
  }
}

/** Levels of nodes; a chain of `||` or of `&&` is one level, however long. Without recursion, like {@link nodesOf}. */
export function depthOf(root: SyntaxNode): number {
  let deepest = 0;
  const waiting = [{ node: root, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    deepest = Math.max(deepest, depth);
    for (const child of childrenOf(node)) {
      waiting.push({ node: child, depth: isChained(node) && child.type === node.type ? depth : depth + 1 });
    }
  }
  return deepest;
}

/**
 * A query that means the same, with every chain of `||` or `&&` as a tree of few levels: parsed one by one, a thousand
 * terms are a thousand levels.
 */
export function balanced<Node extends SyntaxNode>(node: Node): Node | ExprNode {
  return rewrite(node, (each) => {
    if (!isChained(each)) return undefined;
    const terms = termsOf(each).map(balanced);
    const join = (from: number, to: number): ExprNode => {
      const [only] = terms.slice(from, from + 1);
      if (to - from === 1 && only) return only;
      const middle = (from + to) >> 1;
      return { type: each.type, left: join(from, middle), right: join(middle, to) };
    };
    return join(0, terms.length);
  });
}

type Chained = Extract<ExprNode, { type: "And" | "Or" }>;

function isChained(node: SyntaxNode): node is Chained {
  return node.type === "And" || node.type === "Or";
}

/** What a chain joins, in order. */
function termsOf(chain: Chained): readonly ExprNode[] {
  const terms: ExprNode[] = [];
  const waiting: ExprNode[] = [chain];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isChained(node) && node.type === chain.type) waiting.push(node.right, node.left);
    else terms.push(node);
  }
  return terms;
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

/** The nodes directly below a node. */
export function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  // The content of a value node is data, whatever it looks like.
  if (node.type === "Value") return;
  for (const member of Object.values(node)) {
    for (const item of Array.isArray(member) ? member : [member]) if (isNode(item)) yield item;
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value["type"] === "string";
}
