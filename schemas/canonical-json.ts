import { referenceStrength } from "./reference-strength.ts";

/**
 * Writes a value as JSON that is identical for equal content: members are sorted by name, and whether a reference is
 * weak is left out, since publishing changes that without any edit. Pure.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(canonical(value)) ?? "";

function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const members: Readonly<Record<string, unknown>> = { ...value };
  const names = Object.keys(members).sort();
  const kept = "_ref" in value ? names.filter((name) => !referenceStrength.has(name)) : names;
  return Object.fromEntries(kept.map((name) => [name, canonical(members[name])]));
}
