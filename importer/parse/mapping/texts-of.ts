/**
 * Returns the texts of a record value: numbers as printed, the names of objects that have one, the items of a list;
 * without empty ones. Pure.
 */
export function textsOf(value: unknown): string[] {
  return alignedTexts(value).filter((text) => text !== undefined);
}

/** Like {@link textsOf}, with `undefined` for each item that has no text. */
export function alignedTexts(value: unknown): (string | undefined)[] {
  if (Array.isArray(value))
    return value.map((item: unknown) => (Array.isArray(item) ? undefined : textOf(item)));
  const text = textOf(value);
  return text === undefined ? [] : [text];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value !== "object" || value === null) return undefined;
  const named = ["name", "title", "label", "value", "text", "url"].flatMap((key) => {
    const inner = Object.entries(value).find(([name]) => name === key)?.[1];
    return typeof inner === "string" ? [inner] : [];
  });
  return textOf(named[0]);
}
