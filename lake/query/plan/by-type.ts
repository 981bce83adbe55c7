import { isRecord, type Condition, type OrderKey } from "../../core/dataset.ts";

/** Conditions that together say the same, each for one type, of which the store has the documents in order. */
export function byType(
  condition: Condition,
): readonly { readonly type?: string; readonly condition: Condition }[] {
  const parts = condition.kind === "and" ? condition.of : [condition];
  const ofTypes = parts.find((part) => part.kind === "type");
  if (ofTypes?.kind !== "type") return [{ condition }];
  const others = parts.filter((part) => part !== ofTypes);
  return [...new Set(ofTypes.values)].map((type) => ({
    type,
    condition: { kind: "and", of: [{ kind: "type", values: [type] }, ...others] },
  }));
}

/** A page of more types is put in order by the store. */
export const mostMerged = 8;

/** Whether pages of several types can be merged without the store: by the time of the last change, or by `_id` alone. */
export function isMergeable([first, ...more]: readonly OrderKey[]): boolean {
  return more.length === 0 && (first === undefined || fieldOf(first) !== undefined);
}

function fieldOf({ key }: OrderKey): "_id" | "_updatedAt" | undefined {
  const name = typeof key === "string" ? "" : key.join(".");
  return name === "_id" || name === "_updatedAt" ? name : undefined;
}

/** Documents in an order that {@link isMergeable}; what they have in common stays in the order of `_id`. */
export function merged(documents: readonly unknown[], [first]: readonly OrderKey[]): readonly unknown[] {
  const field = (first && fieldOf(first)) ?? "_id";
  const sign = first?.descending ? -1 : 1;
  // Both are in ASCII, of which code units are in the order of code points.
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return documents
    .map((document) => ({ document, key: textIn(document, field), id: textIn(document, "_id") }))
    .sort((a, b) => sign * compare(a.key, b.key) || compare(a.id, b.id))
    .map(({ document }) => document);
}

const textIn = (document: unknown, field: string): string =>
  isRecord(document) ? String(document[field]) : "";
