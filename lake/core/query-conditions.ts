import type { ExprNode } from "groq-js";
import type { Condition } from "./dataset.ts";
import { constantOf } from "./query-tree.ts";

const everything: Condition = { kind: "everything" };

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
      if (filter.op === "==") {
        return equality(filter.left, filter.right) ?? equality(filter.right, filter.left) ?? everything;
      }
      return filter.op === "in" ? membership(filter.left, filter.right) : everything;
    case "FuncCall":
      return calledCondition(filter.namespace, filter.name, filter.args);
    default:
      return everything;
  }
}

function equality(field: ExprNode, constant: ExprNode): Condition | undefined {
  const kind = indexedField(field);
  const value = kind && constantOf(constant);
  return kind && typeof value === "string" ? { kind, values: [value] } : undefined;
}

function membership(field: ExprNode, constants: ExprNode): Condition {
  const kind = indexedField(field);
  const values = kind && constantOf(constants);
  return kind && Array.isArray(values) ? { kind, values: values.filter(isString) } : everything;
}

function calledCondition(namespace: string, name: string, args: readonly ExprNode[]): Condition {
  const values = args.map(constantOf);
  if (namespace === "global" && name === "references" && !values.includes(undefined)) {
    return { kind: "reference", values: values.flat().filter(isString) };
  }
  const [group] = values;
  if (namespace === "sanity" && name === "versionOf" && isString(group)) {
    return { kind: "group", values: [group] };
  }
  return everything;
}

function indexedField(node: ExprNode): "type" | "id" | "slug" | undefined {
  if (node.type === "Group") return indexedField(node.base);
  if (node.type !== "AccessAttribute") return undefined;
  if (!node.base) return node.name === "_type" ? "type" : node.name === "_id" ? "id" : undefined;
  const { base } = node;
  const isSlug =
    node.name === "current" && base.type === "AccessAttribute" && !base.base && base.name === "slug";
  return isSlug ? "slug" : undefined;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
