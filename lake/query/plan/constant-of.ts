import type { ExprNode, SyntaxNode } from "groq-js";
import { evaluateTree } from "../evaluate/evaluate-tree.ts";
import { withOwnFunctions } from "../evaluate/own-functions.ts";
import { calledFunction } from "../parse/query-functions.ts";
import { nodesOf } from "../parse/query-tree.ts";

const constantTypes: ReadonlySet<string> = new Set(["Value", "Group", "Array", "ArrayElement", "OpCall"]);

/**
 * The value of an expression of literals, parameters, times and what is worked out from them, as the evaluation of the query
 * gives it; `undefined` for an expression that depends on anything else.
 *
 * @param now What `now()` is; without it, an expression that asks for the time depends on more than itself.
 */
export function constantOf(node: ExprNode, now?: Date): unknown {
  const isConstant = (each: SyntaxNode): boolean => {
    const reads = calledFunction(each)?.reads;
    return constantTypes.has(each.type) || reads === "arguments" || (now !== undefined && reads === "time");
  };
  if (!nodesOf(node).every(isConstant)) return undefined;
  const { data }: { readonly data?: unknown } = evaluateTree(
    withOwnFunctions(node),
    now ? { timestamp: now } : {},
  );
  return data;
}
