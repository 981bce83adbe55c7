import type { ExprNode } from "groq-js";

/**
 * A node whose value is what `answer` gives for the values of some expressions: how groq-js asks its host.
 *
 * groq-js has no functions of a host's own. But it adds two arrays by handing the second to the first, so the first is
 * one that answers: the only place where it gives values of every kind to an object that is not its own.
 *
 * @param answer Gets each value as groq-js holds it, `null` for what there is not; must give such a value.
 */
export function hostCall(
  answer: (...values: readonly unknown[]) => unknown,
  ...values: readonly ExprNode[]
): ExprNode {
  const host: unknown[] = [];
  Object.defineProperty(host, "concat", { value: (given: readonly unknown[]) => answer(...given) });
  const given: ExprNode = {
    type: "Array",
    elements: values.map((value) => ({ type: "ArrayElement", value, isSplat: false })),
  };
  // As a member of an object the array is complete when it is handed over, also where groq-js works asynchronously.
  const object: ExprNode = {
    type: "Object",
    attributes: [{ type: "ObjectAttributeValue", name: "given", value: given }],
  };
  const right: ExprNode = { type: "AccessAttribute", name: "given", base: object };
  return { type: "OpCall", op: "+", left: { type: "Value", value: host }, right };
}
