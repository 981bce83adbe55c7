import type { ExprNode, SyntaxNode } from "groq-js";
import { recentlyUsed } from "../../core/recently-used.ts";
import { parseQuery, type Params } from "./parse-query.ts";
import { holding, nodesOf, rewrite } from "./query-tree.ts";

/** Queries that are remembered, and characters of each: their trees take up fifty times as many bytes. */
const mostRemembered = 100;
const longestRemembered = 5_000;

/** Stands in a remembered tree for the value of a parameter. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** By all that a tree depends on. */
const trees = recentlyUsed<ExprNode | undefined>(mostRemembered);

/**
 * Parses a query as {@link parseQuery} does, with the same result and the same refusals, and remembers it without the values
 * of its parameters: most queries come from programs, which ask the same again with other values.
 */
export function rememberedQuery(query: string, params: Params, use: "alone" | "at-once"): ExprNode {
  // A function of a query's own has parameters of its own.
  if (query.length > longestRemembered || /\bfn\b/.test(query)) return parseQuery(query, params, use);
  const places = Object.entries(params).map(([name, value]): [string, unknown] => [
    name,
    // groq-js builds numbers into slices.
    typeof value === "number" ? value : new Placeholder(name),
  ]);
  const tree = trees(JSON.stringify([query, use, places]), () => treeWith(places, query, use));
  if (!tree) return parseQuery(query, params, use);
  return rewrite(tree, (node) => valueAt(node, params), holdsPlace);
}

/** `undefined` for a query that has to be parsed with its values, or is refused. */
function treeWith(
  places: readonly (readonly [string, unknown])[],
  query: string,
  use: "alone" | "at-once",
): ExprNode | undefined {
  try {
    const tree = parseQuery(query, Object.fromEntries(places), use);
    return isBuiltIn(tree) ? undefined : tree;
  } catch {
    return undefined;
  }
}

function valueAt(node: SyntaxNode, params: Params): ExprNode | undefined {
  if (node.type !== "Value" || !(node.value instanceof Placeholder)) return undefined;
  return { type: "Value", value: params[node.value.name] };
}

const holdsPlace = holding((node) => node.type === "Value" && node.value instanceof Placeholder);

/** Whether a value would have decided what the tree is like: `a[$b]` is a field if it is a text, and a filter otherwise. */
const isBuiltIn = holding((node) => node.type === "Filter" && holdsPlace(node.expr) && isConstant(node.expr));

/** Whether groq-js works it out while it parses. */
const isConstant = (node: SyntaxNode): boolean => nodesOf(node).every(({ type }) => constantTypes.has(type));
const constantTypes: ReadonlySet<string> = new Set(["Value", "Group", "Pos", "Neg", "OpCall"]);
