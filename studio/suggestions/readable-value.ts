/**
 * A JSON value as an editor reads it: the words of a text or a block, each member of a list on its own line.
 * A value without words is shown as JSON. Pure.
 */
export function readableValue(json: string | undefined): string {
  if (json === undefined) return "";
  const value: unknown = JSON.parse(json);
  return wordsOf(value) ?? JSON.stringify(value, undefined, 2);
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    const lines = value.map(wordsOf);
    return lines.every((line) => line !== undefined) ? lines.join("\n") : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if ("children" in value && Array.isArray(value.children)) {
    return value.children.map((child) => wordsOf(child) ?? "").join("");
  }
  if ("rows" in value && Array.isArray(value.rows)) {
    const caption = "caption" in value && typeof value.caption === "string" ? [value.caption] : [];
    return wordsOf([...caption, ...value.rows]);
  }
  if ("cells" in value && Array.isArray(value.cells)) return value.cells.join(" | ");
  for (const member of ["text", "value", "current", "name", "title", "url"] as const) {
    const words = new Map(Object.entries(value)).get(member);
    if (typeof words === "string") return words;
  }
  return undefined;
}
