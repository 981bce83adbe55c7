import type { ExprNode } from "groq-js";
import { nodesOf } from "../parse/query-tree.ts";

/** A field of documents that a document refers to. */
interface BehindReference {
  /** As it is seen from one of them. */
  readonly field: ExprNode;
  /** Whether it is a list of what is in all of them. */
  readonly isList: boolean;
}

/** The field behind the reference in `source->name` and in `sources[].source->name`; `undefined` for all else. */
export function behindReference(node: ExprNode): BehindReference | undefined {
  switch (node.type) {
    case "Group":
      return behindReference(node.base);
    case "Map": {
      const behind = isWithin(node.base) ? behindReference(node.expr) : undefined;
      return behind && { ...behind, isList: true };
    }
    case "AccessAttribute": {
      const { name, base } = node;
      if (base?.type === "Deref") {
        return isWithin(base.base) ? { field: { type: "AccessAttribute", name }, isList: false } : undefined;
      }
      const behind = base && behindReference(base);
      return behind && { ...behind, field: { ...node, base: behind.field } };
    }
    default:
      return undefined;
  }
}

/** Whether an expression gives only what is in the document itself. */
const isWithin = (node: ExprNode): boolean => [...nodesOf(node)].every(({ type }) => within.has(type));

const within: ReadonlySet<string> = new Set([
  ...["This", "AccessAttribute", "AccessElement", "ArrayCoerce", "Group", "Slice", "Map"],
]);
