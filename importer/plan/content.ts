/** A document as the Content Lake holds it: content, and system fields that start with an underscore. */
export interface StoredDocument {
  readonly _id: string;
  readonly _type: string;
  readonly _rev: string;
  readonly [field: string]: unknown;
}

/** The fields of a document that hold content: all but Sanity's own. */
export function contentOf(document: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([field]) => !field.startsWith("_")));
}

/**
 * Writes a value as JSON that is the same for equal content: members in order of their names, and no trace of
 * whether a reference is weak, since publishing changes that without anybody editing anything. Pure.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(canonical(value)) ?? "";

function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const members: Readonly<Record<string, unknown>> = { ...value };
  const names = Object.keys(members).sort();
  const kept = "_ref" in value ? names.filter((name) => !strengthOfReference.has(name)) : names;
  return Object.fromEntries(kept.map((name) => [name, canonical(members[name])]));
}

const strengthOfReference = new Set(["_weak", "_strengthenOnPublish"]);

/** Whether two documents hold the same content. Pure. */
export const hasSameContent = (a: object, b: object): boolean =>
  canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));

/** The fields to set and to unset so that `from` holds the content of `to`. Pure. */
export function differenceOf(from: object, to: object): { set: Record<string, unknown>; unset: string[] } {
  const [before, after] = [contentOf(from), contentOf(to)];
  const set = Object.entries(after).filter(
    ([field, value]) => canonicalJson(before[field]) !== canonicalJson(value),
  );
  return { set: Object.fromEntries(set), unset: Object.keys(before).filter((field) => !(field in after)) };
}
