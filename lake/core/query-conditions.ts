import type { ExprNode } from "groq-js";
import type { Condition } from "./dataset.ts";
import { constantOf } from "./query-tree.ts";

const everything: Condition = { kind: "everything" };

/** SQLite goes down no further than a thousand levels, and a list of conditions is a level each. */
const maxParts = 100;

/** The strongest condition that an index can answer and that holds for every document the filter accepts. */
export function conditionOf(filter: ExprNode): Condition {
  switch (filter.type) {
    case "Group":
      return conditionOf(filter.base);
    case "And":
      return allOf([conditionOf(filter.left), conditionOf(filter.right)]);
    case "Or":
      return anyOf([conditionOf(filter.left), conditionOf(filter.right)]);
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

/** Leaving out a condition lets more documents through, which the filter then sorts out. */
function allOf(conditions: readonly Condition[]): Condition {
  const parts = conditions
    .flatMap((condition) => (condition.kind === "and" ? condition.of : [condition]))
    .filter(({ kind }) => kind !== "everything")
    .slice(0, maxParts);
  return parts.length > 1 ? { kind: "and", of: parts } : (parts[0] ?? everything);
}

/** Conditions on the same field become one, with all the values: a thousand ids are one question. */
function anyOf(conditions: readonly Condition[]): Condition {
  const lists = new Map<string, Extract<Condition, { values: unknown }>>();
  const others: Condition[] = [];
  for (const condition of conditions.flatMap((each) => (each.kind === "or" ? each.of : [each]))) {
    if (condition.kind === "everything") return everything;
    if (!("values" in condition)) others.push(condition);
    else {
      const values = [...(lists.get(condition.kind)?.values ?? []), ...condition.values];
      lists.set(condition.kind, { kind: condition.kind, values });
    }
  }
  const parts = [...lists.values(), ...others];
  const [first = everything, ...more] = parts;
  if (more.length === 0) return first;
  return parts.length > maxParts ? everything : { kind: "or", of: parts };
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
