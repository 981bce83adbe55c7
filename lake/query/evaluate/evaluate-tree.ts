import { DateTime, evaluateSync, type EvaluateOptions, type ExprNode } from "groq-js";
import { isRecord } from "../../core/dataset.ts";
import { rewrite } from "../parse/query-tree.ts";
import { hostCall, isHostCall } from "./host-call.ts";

/**
 * `evaluateSync` of groq-js, also over objects with a field named `hasOwnProperty`.
 *
 * groq-js asks each object for its fields by the method of that name, which such a field hides. Whatever comes across one
 * is evaluated once more, in a way that takes a little longer.
 */
export function evaluateTree(tree: ExprNode, options: EvaluateOptions): ReturnType<typeof evaluateSync> {
  try {
    return evaluateSync(tree, options);
  } catch (error) {
    if (!isMethodHidden(error)) throw error;
    return evaluateSync(withSafeAccess(tree), options);
  }
}

const isMethodHidden = (error: unknown): boolean =>
  error instanceof TypeError && error.message.endsWith("hasOwnProperty is not a function");

function withSafeAccess(tree: ExprNode): ExprNode {
  return rewrite(tree, (node) => {
    if (node.type !== "AccessAttribute" || isHostCall(node)) return undefined;
    const { name, base = { type: "This" } } = node;
    return hostCall((value) => fieldOf(value, name), withSafeAccess(base));
  });
}

function fieldOf(value: unknown, name: string): unknown {
  if (!isRecord(value) || value instanceof DateTime) return null;
  return Object.hasOwn(value, name) ? value[name] : null;
}
