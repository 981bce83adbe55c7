import type { ExprNode, SyntaxNode } from "groq-js";
import { isClosed, rewritePlaced } from "../parse/is-closed.ts";
import { nodesOf } from "../parse/query-tree.ts";

/** A query within another, apart from what it takes from the values around it. */
interface Bindable {
  /** What it takes, as expressions for within a projection at its place. */
  readonly outer: readonly ExprNode[];
  /** The query that means the same wherever it stands, once it is known what these are. */
  readonly bind: (values: readonly unknown[]) => ExprNode;
}

/**
 * Parts a query from what it takes by `^` from the values around it: `*[source._ref == ^._id]` is another query for each
 * `^._id`. `undefined` if it takes anything in another way, or nothing at all.
 */
export function outerValues(query: ExprNode): Bindable | undefined {
  const outer: ExprNode[] = [];
  const places = new Map<SyntaxNode, number>();
  const nothing = rewritePlaced(query, (node, depth) => {
    const taken = depth > 0 ? takenFrom(node, depth) : undefined;
    if (!taken) return undefined;
    places.set(node, outer.push(taken) - 1);
    return { type: "Value", value: null };
  });
  if (outer.length === 0 || !isClosed(nothing)) return undefined;
  return {
    outer,
    bind: (values) =>
      rewritePlaced(query, (node) => {
        const place = places.get(node);
        return place === undefined ? undefined : { type: "Value", value: values[place] };
      }),
  };
}

/** `^.source._ref` and its like, as seen from one level within the value that it starts from. */
function takenFrom(node: SyntaxNode, depth: number): ExprNode | undefined {
  switch (node.type) {
    case "Parent":
      return node.n >= depth ? { ...node, n: node.n - depth + 1 } : undefined;
    case "AccessAttribute": {
      const base = node.base && takenFrom(node.base, depth);
      return base && { ...node, base };
    }
    case "Group":
    case "AccessElement":
    case "ArrayCoerce": {
      const base = takenFrom(node.base, depth);
      return base && { ...node, base };
    }
    case "Map": {
      const base = nodesOf(node.expr).every(({ type }) => within.has(type)) && takenFrom(node.base, depth);
      return base ? { ...node, base } : undefined;
    }
    default:
      return undefined;
  }
}

/** What reads nothing but the item that it is given. */
const within: ReadonlySet<string> = new Set([
  "This",
  "AccessAttribute",
  "AccessElement",
  "ArrayCoerce",
  "Group",
]);
