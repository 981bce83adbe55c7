import type { ExprNode, SyntaxNode } from "groq-js";
import { childrenOf } from "./query-tree.ts";

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
  return isClosedAt(expression, { depth: 0, isHidden: false });
}

function isClosedAt(node: SyntaxNode, place: Place): boolean {
  switch (node.type) {
    case "This":
      return place.depth > 0;
    case "Parent":
      return node.n < place.depth;
    case "AccessAttribute":
      return node.base ? isClosedAt(node.base, place) : place.depth > 0;
    case "Filter":
    case "Projection":
      return isClosedAt(node.base, place) && isClosedAt(node.expr, nested(place));
    case "Map":
    case "FlatMap":
      return isClosedAt(node.base, place) && isClosedAt(node.expr, { ...nested(place), isHidden: true });
    case "PipeFuncCall":
      return isClosedAt(node.base, place) && node.args.every((arg) => isClosedAt(arg, nested(place)));
    case "FuncCall":
      // Some functions look at the value that they are called on, and more may come.
      if (place.depth === 0 && !closedFunctions.has(`${node.namespace}::${node.name}`)) return false;
      return !asyncNamespaces.has(node.namespace) && node.args.every((arg) => isClosedAt(arg, place));
    case "Context":
    case "SelectorFuncCall":
    case "SelectorNested":
      return false;
    default:
      return childrenOf(node).every((child) => isClosedAt(child, place));
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
