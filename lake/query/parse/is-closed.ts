import type { ExprNode, SyntaxNode } from "groq-js";
import { childrenOf, rewrite } from "./query-tree.ts";

/** Where in an expression something stands: how many values `^` can go back before it leaves the expression. */
interface Place {
  readonly depth: number;
  /** Within the right side of a mapping (`[]`, `.name` on arrays), which `^` does not count (groq-js, Scope). */
  readonly isHidden: boolean;
}

/**
 * Whether an expression means the same wherever it stands in its query: it reads nothing of what is around it, neither
 * by `^` nor by `@` nor by the name of a field.
 */
export function isClosed(expression: ExprNode): boolean {
  return isClosedAt(expression, outermost);
}

function isClosedAt(node: SyntaxNode, place: Place): boolean {
  switch (node.type) {
    case "This":
      return place.depth > 0;
    case "Parent":
      return node.n < place.depth;
    case "AccessAttribute":
      return node.base ? isClosedAt(node.base, place) : place.depth > 0;
    case "FuncCall":
      // Some functions look at the value that they are called on, and more may come.
      if (place.depth === 0 && !closedFunctions.has(`${node.namespace}::${node.name}`)) return false;
      return !asyncNamespaces.has(node.namespace) && areClosed(node, place);
    case "Context":
    case "SelectorFuncCall":
    case "SelectorNested":
      return false;
    default:
      return areClosed(node, place);
  }
}

const areClosed = (node: SyntaxNode, place: Place): boolean =>
  placedChildren(node, place).every(([child, childPlace]) => isClosedAt(child, childPlace));

/**
 * Copies an expression with some nodes replaced, from the root down.
 *
 * @param replace Gets how many values `^` can go back from a node before it leaves the expression.
 */
export function rewritePlaced(
  expression: ExprNode,
  replace: (node: SyntaxNode, depth: number) => ExprNode | undefined,
): ExprNode {
  const places = new Map<SyntaxNode, Place>([[expression, outermost]]);
  const rewritten = rewrite(expression, (node) => {
    const place = places.get(node) ?? outermost;
    for (const [child, childPlace] of placedChildren(node, place)) places.set(child, childPlace);
    return replace(node, place.depth);
  });
  return rewritten;
}

const outermost: Place = { depth: 0, isHidden: false };

/** The nodes directly below a node, and where they stand. */
function placedChildren(node: SyntaxNode, place: Place): readonly (readonly [SyntaxNode, Place])[] {
  switch (node.type) {
    case "Filter":
    case "Projection":
      return [
        [node.base, place],
        [node.expr, nested(place)],
      ];
    case "Map":
    case "FlatMap":
      return [
        [node.base, place],
        [node.expr, { ...nested(place), isHidden: true }],
      ];
    case "PipeFuncCall":
      return [[node.base, place], ...node.args.map((arg) => [arg, nested(place)] as const)];
    default:
      return [...childrenOf(node)].map((child) => [child, place] as const);
  }
}

function nested({ depth, isHidden }: Place): Place {
  return { depth: isHidden ? depth : depth + 1, isHidden: false };
}

/** Whether a function gives the same for the same arguments, wherever and whenever it is called. */
export function isPureFunction({ namespace, name }: Extract<ExprNode, { type: "FuncCall" }>): boolean {
  return closedFunctions.has(`${namespace}::${name}`) && !changingFunctions.has(`${namespace}::${name}`);
}

/** Their functions are evaluated asynchronously or not at all. */
const asyncNamespaces: ReadonlySet<string> = new Set(["diff", "delta"]);

/** Functions of their arguments alone. */
const closedFunctions: ReadonlySet<string> = new Set([
  ...["coalesce", "count", "dateTime", "defined", "identity", "length", "lower", "now", "path", "round"].map(
    (name) => `global::${name}`,
  ),
  ...["string", "upper"].map((name) => `global::${name}`),
  ...["compact", "intersects", "join", "unique"].map((name) => `array::${name}`),
  ...["avg", "max", "min", "sum"].map((name) => `math::${name}`),
  ...["lower", "split", "startsWith", "upper"].map((name) => `string::${name}`),
  ...["contains", "distance", "intersects", "latLng"].map((name) => `geo::${name}`),
  ...["pt::text", "releases::all", "sanity::projectId", "sanity::dataset", "dateTime::now"],
]);

/** Those of them that tell of the world. */
const changingFunctions: ReadonlySet<string> = new Set([
  ...[
    "global::now",
    "global::identity",
    "dateTime::now",
    "releases::all",
    "sanity::projectId",
    "sanity::dataset",
  ],
]);
