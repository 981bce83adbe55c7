/** Published ids of the documents that a value refers to, each once, in order of appearance. Pure. */
export function referencedIds(value: unknown): string[] {
  return [...new Set(references(value))];
}

function* references(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* references(item);
  } else if (typeof value === "object" && value !== null) {
    if ("_ref" in value && typeof value._ref === "string") yield value._ref;
    for (const member of Object.values(value)) yield* references(member);
  }
}
