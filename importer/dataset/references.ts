/** The parts of a reference that the importer uses. */
export interface Reference {
  readonly _type?: string;
  readonly _ref: string;
  readonly _weak?: boolean;
  readonly _strengthenOnPublish?: { readonly type: string };
}

/** Returns the value with every reference in it replaced. Pure. */
export function mapReferences<T>(value: T, map: (reference: Reference) => Reference): T;
export function mapReferences(value: unknown, map: (reference: Reference) => Reference): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => mapReferences(member, map));
  if (typeof value !== "object" || value === null) return value;
  if (isReference(value)) return map(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, mapReferences(member, map)]),
  );
}

/** The references in a value. Pure. */
export function allReferences(value: unknown): Reference[] {
  const found: Reference[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Reference[]): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && isReference(value)) found.push(value);
  else for (const member of Object.values(value)) collect(member, found);
}

const isReference = (value: object): value is Reference => "_ref" in value && typeof value._ref === "string";

/**
 * Makes a reference as Studio writes it: strong if its target is published, else weak until it is, so that the
 * dataset never holds a strong reference to nothing. What it has besides stays. Pure.
 */
export function toStrength(reference: Reference, targetType: string, isPublished: boolean): Reference {
  const { _weak, _strengthenOnPublish, ...bare } = reference;
  return isPublished ? bare : { ...bare, _weak: true, _strengthenOnPublish: { type: targetType } };
}
