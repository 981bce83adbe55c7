import type { ExprNode, SyntaxNode } from "groq-js";
import { calledFunction, type QueryFunction } from "./query-functions.ts";
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
      return isClosedCall(calledFunction(node), place) && areClosed(node, place);
    case "Context":
    case "SelectorFuncCall":
    case "SelectorNested":
      return false;
    default:
      return areClosed(node, place);
  }
}

/** Some functions look at the value that they are called on; what is evaluated by itself needs a synchronous form. */
function isClosedCall(called: QueryFunction | undefined, { depth }: Place): boolean {
  return called?.fate !== "alone" && (depth > 0 || called?.reads !== undefined);
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
