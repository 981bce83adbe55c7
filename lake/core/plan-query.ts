import type { ExprNode, SyntaxNode } from "groq-js";
import type { Condition, DocumentSource, View } from "./dataset.ts";
import { constantOf, rewrite } from "./query-tree.ts";

/**
 * Puts documents into a query: every `*` becomes the documents that its filter cannot rule out by an index.
 *
 * The filter itself stays, so the answer is the same as over the whole view; only what groq-js has to look at
 * is less. A `*` inside a projection or another filter is planned on its own.
 */
export function planQuery(tree: ExprNode, source: DocumentSource, view: View): ExprNode {
  const documents = (condition: Condition): ExprNode => ({
    type: "Value",
    value: source.select(condition, view),
  });
  const plan = (node: SyntaxNode): ExprNode | undefined => {
    if (node.type === "Everything") return documents(everything);
    if (node.type === "Filter" && node.base.type === "Everything") {
      return { ...node, base: documents(conditionOf(node.expr)), expr: rewrite(node.expr, plan) };
    }
    if (node.type === "FuncCall" && node.namespace === "releases" && node.name === "all") {
      return documents({ kind: "type", values: ["system.release"] });
    }
    return undefined;
  };
  return rewrite(tree, plan);
}

/** The strongest condition that an index can answer and that holds for every document the filter accepts. */
export function conditionOf(filter: ExprNode): Condition {
  switch (filter.type) {
    case "Group":
      return conditionOf(filter.base);
    case "And": {
      const both = [conditionOf(filter.left), conditionOf(filter.right)].filter(
        ({ kind }) => kind !== "everything",
      );
      return both.length > 1 ? { kind: "and", of: both } : (both[0] ?? everything);
    }
    case "Or": {
      const either = [conditionOf(filter.left), conditionOf(filter.right)];
      return either.some(({ kind }) => kind === "everything") ? everything : { kind: "or", of: either };
    }
    case "OpCall":
      if (filter.op === "==")
        return equality(filter.left, filter.right) ?? equality(filter.right, filter.left) ?? everything;
      if (filter.op === "in") return membership(filter.left, filter.right);
      return everything;
    case "FuncCall":
      return calledCondition(filter.namespace, filter.name, filter.args);
    default:
      return everything;
  }
}

const everything: Condition = { kind: "everything" };

function equality(field: ExprNode, constant: ExprNode): Condition | undefined {
  const kind = indexedField(field);
  const value = constantOf(constant);
  return kind && typeof value === "string" ? { kind, values: [value] } : undefined;
}

function membership(field: ExprNode, constants: ExprNode): Condition {
  const kind = indexedField(field);
  const values = constantOf(constants);
  return kind && Array.isArray(values) ? { kind, values: values.filter(isString) } : everything;
}

function calledCondition(namespace: string, name: string, args: readonly ExprNode[]): Condition {
  const values = args.map(constantOf);
  if (namespace === "global" && name === "references" && !values.includes(undefined)) {
    return { kind: "reference", values: values.flat().filter(isString) };
  }
  const [group] = values;
  if (namespace === "sanity" && name === "versionOf" && isString(group))
    return { kind: "group", values: [group] };
  return everything;
}

function indexedField(node: ExprNode): "type" | "id" | "slug" | undefined {
  if (node.type === "Group") return indexedField(node.base);
  if (node.type !== "AccessAttribute") return undefined;
  if (!node.base) return node.name === "_type" ? "type" : node.name === "_id" ? "id" : undefined;
  const isSlug =
    node.name === "current" &&
    node.base.type === "AccessAttribute" &&
    !node.base.base &&
    node.base.name === "slug";
  return isSlug ? "slug" : undefined;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
