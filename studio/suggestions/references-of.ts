/** Published ids of the documents that a JSON text refers to, each once. Pure. */
export function referencesOf(json = "null"): string[] {
  const ids = new Set<string>();
  JSON.parse(json, (name, value: unknown) => {
    if (name === "_ref" && typeof value === "string") ids.add(value);
    return value;
  });
  return [...ids];
}
