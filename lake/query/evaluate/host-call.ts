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
  return calling((given) => answer(...given), given(values));
}

/** Like {@link hostCall}, for expressions that are evaluated one level further in: `^` is the value at this place. */
export function hostCallWithin(
  answer: (values: readonly unknown[]) => unknown,
  values: readonly ExprNode[],
): ExprNode {
  const level: ExprNode = { type: "Value", value: {} };
  return calling(answer, { type: "Projection", base: level, expr: given(values) });
}

function calling(answer: (given: readonly unknown[]) => unknown, base: ExprNode): ExprNode {
  const host: unknown[] = [];
  Object.defineProperty(host, "concat", { value: answer });
  const right: ExprNode = { type: "AccessAttribute", name: "given", base };
  return { type: "OpCall", op: "+", left: { type: "Value", value: host }, right };
}

/** Whether a node hands over what a host is asked about, and reads no field of any document. */
export function isHostCall({ name, base }: Extract<ExprNode, { type: "AccessAttribute" }>): boolean {
  const object = base?.type === "Projection" ? base.expr : base;
  return name === "given" && object?.type === "Object";
}

/** As a member of an object the array is complete when it is handed over, also where groq-js works asynchronously. */
function given(values: readonly ExprNode[]): ExprNode {
  const elements = values.map((value): ArrayElement => ({ type: "ArrayElement", value, isSplat: false }));
  const value: ExprNode = { type: "Array", elements };
  return { type: "Object", attributes: [{ type: "ObjectAttributeValue", name: "given", value }] };
}

type ArrayElement = Extract<ExprNode, { type: "Array" }>["elements"][number];
