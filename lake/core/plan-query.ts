import { evaluateSync, type EvaluateOptions, type ExprNode, type SyntaxNode } from "groq-js";
import type { Condition, DocumentSource, LakeDocument, View } from "./dataset.ts";
import { hostCall } from "./host-call.ts";
import { isClosed } from "./is-closed.ts";
import { askedText, withOwnFunctions } from "./own-functions.ts";
import { conditionOf } from "./query-conditions.ts";
import { fieldsOf } from "./query-fields.ts";
import { constantOf, nodesOf, rewrite } from "./query-tree.ts";

/** A query that holds its documents, and all that groq-js needs to know while it evaluates it. */
export interface QueryPlan {
  readonly tree: ExprNode;
  readonly options: EvaluateOptions;
}

/**
 * Prepares a parsed query for groq-js, which knows no indexes.
 *
 * - Every `*` becomes the documents that its filter cannot rule out by an index. The filter stays, so the result is the
 *   same as over the whole view; a `*` inside a projection or another filter is planned on its own.
 * - A query that looks at a few fields only may get documents with nothing but those.
 * - A query within another that does not look at the document around it is evaluated once, when its value is first asked
 *   for: eight levels of `_id in *[…]` over a hundred documents are eight walks, and not a hundred to the eighth.
 * - What the lake does better than groq-js is asked of the lake ({@link withOwnFunctions}).
 *
 * @param context The identity, time and place that the query sees.
 */
export function planQuery(
  query: ExprNode,
  source: DocumentSource,
  view: View,
  context: Omit<EvaluateOptions, "dataset" | "dereference">,
): QueryPlan {
  const known = new Map<string, LakeDocument>();
  const fields = fieldsOf(query);

  const documents = (condition: Condition): ExprNode => {
    const value = source.select(condition, view, fields);
    for (const document of value) known.set(document._id, document);
    return { type: "Value", value };
  };
  const find = (id: string): LakeDocument | undefined => {
    const document = known.get(id) ?? source.select({ kind: "id", values: [id] }, view)[0];
    if (document) known.set(id, document);
    return document;
  };
  const options: EvaluateOptions = {
    ...context,
    // Every `*` holds its documents already; groq-js only wants to see that there is a dataset.
    dataset: [],
    dereference: ({ _ref }) => find(_ref),
  };

  /** An expression that is evaluated at most once, however often it stands in the way. */
  const once = (expression: ExprNode): ExprNode => {
    let known: { readonly value: unknown } | undefined;
    return hostCall(() => {
      known ??= { value: evaluateSync(withOwnFunctions(planned(expression)), options).data };
      return known.value;
    });
  };
  const planned = (node: ExprNode): ExprNode => rewrite(node, plan);
  /** Of an expression that is evaluated for each of many values. */
  const plannedInside = (node: ExprNode): ExprNode =>
    rewrite(node, (each) =>
      isExpression(each) && holdsQuery(each) && isClosed(each) ? once(each) : plan(each),
    );

  const plan = (node: SyntaxNode): ExprNode | undefined => {
    switch (node.type) {
      case "Everything":
        return documents({ kind: "everything" });
      case "Filter": {
        const base = node.base.type === "Everything" ? documents(conditionOf(node.expr)) : planned(node.base);
        return { ...node, base, expr: plannedInside(node.expr) };
      }
      case "Projection":
      case "Map":
      case "FlatMap":
        return { ...node, base: planned(node.base), expr: plannedInside(node.expr) };
      case "PipeFuncCall":
        return { ...node, base: planned(node.base), args: node.args.map(plannedInside) };
      case "FuncCall":
        return isReleases(node) ? documents({ kind: "type", values: ["system.release"] }) : undefined;
      case "OpCall":
        // An empty search box asks for everything, and needs no look at the documents.
        return node.op === "match" && isAnyText(node.right) ? { type: "Value", value: true } : undefined;
      default:
        return undefined;
    }
  };
  return { tree: withOwnFunctions(planned(query)), options };
}

function isAnyText(pattern: ExprNode): boolean {
  const asked = askedText(pattern);
  const text = asked && constantOf(asked);
  return typeof text === "string" && text.trim() === "*";
}

function holdsQuery(expression: ExprNode): boolean {
  return nodesOf(expression).some((node) => node.type === "Everything" || isReleases(node));
}

function isReleases(node: SyntaxNode): boolean {
  return node.type === "FuncCall" && node.namespace === "releases" && node.name === "all";
}

function isExpression(node: SyntaxNode): node is ExprNode {
  return !partTypes.has(node.type);
}

/** Nodes that have no value by themselves. `Asc` and `Desc` say in which direction another orders. */
const partTypes: ReadonlySet<string> = new Set([
  ...["ArrayElement", "ObjectAttributeValue", "ObjectConditionalSplat", "ObjectSplat", "SelectAlternative"],
  ...["Asc", "Desc"],
]);
