import type { ExprNode } from "groq-js";
import type { FieldPath } from "../../core/dataset.ts";

const plainName = /^[A-Za-z_]\w*$/;

/** The place in a document that an expression gives the value of: `slug.current`, `@.slug`, `names[0].text`. */
export function pathOf(node: ExprNode): FieldPath | undefined {
  switch (node.type) {
    case "Group":
      return pathOf(node.base);
    case "AccessAttribute": {
      if (!plainName.test(node.name)) return undefined;
      if (node.base === undefined || node.base.type === "This") return [node.name];
      const base = pathOf(node.base);
      return base && [...base, node.name];
    }
    case "AccessElement": {
      const base = pathOf(node.base);
      return base && [...base, node.index];
    }
    default:
      return undefined;
  }
}
