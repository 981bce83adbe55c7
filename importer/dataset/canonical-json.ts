import { referenceStrength } from "./references.ts";

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
  const kept = "_ref" in value ? names.filter((name) => !referenceStrength.has(name)) : names;
  return Object.fromEntries(kept.map((name) => [name, canonical(members[name])]));
}
