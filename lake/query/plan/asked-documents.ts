import type { ExprNode } from "groq-js";
import type { OrderKey } from "../../core/dataset.ts";
import { keyOf } from "./key-of.ts";

/** What a chain on `*` asks for: `*[a][b] | order(c)[0...10]`. */
export interface AskedDocuments {
  readonly filters: readonly ExprNode[];
  readonly order: readonly OrderKey[];
  /** A slice, or one document; absent: all. */
  readonly slice?: { readonly from: number; readonly to: number; readonly isOne: boolean };
}

/** SQLite orders by no more than 2,000. */
const maxKeys = 100;

/** The documents that an expression asks for; `undefined` when it is no chain of filters and orders with a slice behind. */
export function askedDocuments(node: ExprNode): AskedDocuments | undefined {
  switch (node.type) {
    case "Everything":
      return { filters: [], order: [] };
    case "Group":
      return askedDocuments(node.base);
    case "Filter": {
      const asked = unsliced(node.base);
      return asked && { ...asked, filters: [...asked.filters, node.expr] };
    }
    case "PipeFuncCall": {
      const asked = node.name === "order" ? unsliced(node.base) : undefined;
      const keys = node.args.flatMap((arg) => orderKey(arg) ?? []);
      // What was in some order stays in it where the new one does not decide.
      const isPlain = keys.length === node.args.length && keys.length <= maxKeys;
      return asked && isPlain ? { ...asked, order: [...keys, ...asked.order] } : undefined;
    }
    case "Slice": {
      const asked = node.left >= 0 && node.right >= 0 ? unsliced(node.base) : undefined;
      const to = node.isInclusive ? node.right + 1 : node.right;
      return asked && { ...asked, slice: { from: node.left, to, isOne: false } };
    }
    case "AccessElement": {
      const asked = node.index >= 0 ? unsliced(node.base) : undefined;
      return asked && { ...asked, slice: { from: node.index, to: node.index + 1, isOne: true } };
    }
    default:
      return undefined;
  }
}

function unsliced(node: ExprNode): AskedDocuments | undefined {
  const asked = askedDocuments(node);
  return asked?.slice ? undefined : asked;
}

function orderKey(node: ExprNode): OrderKey | undefined {
  const key = keyOf(node.type === "Asc" || node.type === "Desc" ? node.base : node);
  return key === undefined ? undefined : { key, descending: node.type === "Desc" };
}
