import type { ExprNode } from "groq-js";
import type { FieldPath } from "../../core/dataset.ts";
import { askedDocuments } from "./asked-documents.ts";
import { calledFunction } from "../parse/query-functions.ts";
import { pathOf } from "./path-of.ts";

/**
 * The same expression with its documents ordered and sliced before they are projected, so that an index can do it:
 * `*[a]{"b": c} | order(b)[0...10]` is `*[a] | order(c)[0...10]{"b": c}`.
 */
export function projectLast(node: ExprNode): ExprNode {
  switch (node.type) {
    case "Slice": {
      const base = projectLast(node.base);
      if (!isProjected(base)) return { ...node, base };
      return { ...base, base: { ...node, base: base.base } };
    }
    case "AccessElement": {
      const base = projectLast(node.base);
      if (!isProjected(base) || node.index < 0) return { ...node, base };
      const slice: ExprNode = {
        ...{ type: "Slice", base: base.base },
        ...{ left: node.index, right: node.index, isInclusive: true },
      };
      return { type: "AccessElement", index: 0, base: { ...base, base: slice } };
    }
    case "PipeFuncCall": {
      const base = projectLast(node.base);
      if (node.name !== "order" || !isProjected(base)) return { ...node, base };
      const args = node.args.flatMap((key) => unprojected(key, base.expr.expr) ?? []);
      if (args.length < node.args.length) return { ...node, base };
      return { ...base, base: { ...node, base: base.base, args } };
    }
    default:
      return node;
  }
}

/** A field of all documents that a chain on `*` asks for, as in `*[a].b` and in `*[a]{"b": c}.b`. */
export function fieldOfDocuments(
  node: ExprNode,
): { readonly documents: ExprNode; readonly field: ExprNode } | undefined {
  if (node.type === "Group") return fieldOfDocuments(node.base);
  const field = node.type === "Map" ? fieldOf(node.expr) : undefined;
  return node.type === "Map" && field ? { documents: node.base, field } : undefined;
}

function fieldOf(node: ExprNode): ExprNode | undefined {
  if (pathOf(node)) return node;
  if (node.type !== "AccessAttribute" || !node.base) return undefined;
  const { name, base } = node;
  if (base.type === "Projection" && base.base.type === "This" && base.expr.type === "Object")
    return source([name], base.expr);
  const unnamed = fieldOf(base);
  return unnamed && { ...node, base: unnamed };
}

type Of<Type extends ExprNode["type"]> = Extract<ExprNode, { type: Type }>;
type Projected = Of<"Map"> & { readonly expr: Of<"Projection"> & { readonly expr: Of<"Object"> } };

function isProjected(node: ExprNode): node is Projected {
  return (
    node.type === "Map" &&
    node.expr.type === "Projection" &&
    node.expr.base.type === "This" &&
    node.expr.expr.type === "Object" &&
    askedDocuments(node.base) !== undefined
  );
}

/** A key of the order of projected documents, as one of the documents themselves. */
export function unprojected(
  key: ExprNode,
  projection: Pick<Of<"Object">, "attributes">,
): ExprNode | undefined {
  if (key.type === "Asc" || key.type === "Desc") {
    const base = unprojected(key.base, projection);
    return base && { ...key, base };
  }
  if (key.type === "FuncCall" && calledFunction(key)?.reads === "arguments") {
    const args = key.args.flatMap((arg) => unprojected(arg, projection) ?? []);
    return args.length === key.args.length ? { ...key, args } : undefined;
  }
  const path = pathOf(key);
  return path && source(path, projection);
}

function source(
  [name, ...deeper]: FieldPath,
  { attributes }: Pick<Of<"Object">, "attributes">,
): ExprNode | undefined {
  for (const [index, attribute] of [...attributes.entries()].reverse()) {
    if (attribute.type === "ObjectAttributeValue") {
      if (attribute.name === name) return below(attribute.value, deeper);
    } else if (attribute.type === "ObjectSplat" && attribute.value.type === "This") {
      const isAlone = attributes
        .slice(0, index)
        .every((other) => other.type === "ObjectAttributeValue" && other.name !== name);
      return isAlone && typeof name === "string"
        ? below({ type: "AccessAttribute", name }, deeper)
        : undefined;
    } else return undefined;
  }
  return undefined;
}

function below(value: ExprNode, [step, ...deeper]: FieldPath): ExprNode | undefined {
  if (step === undefined) return pathOf(value) && value;
  if (typeof step === "string") return below({ type: "AccessAttribute", name: step, base: value }, deeper);
  if (value.type !== "Array") return below({ type: "AccessElement", index: step, base: value }, deeper);
  const element = value.elements.some(({ isSplat }) => isSplat) ? undefined : value.elements.at(step);
  return element && below(element.value, deeper);
}
