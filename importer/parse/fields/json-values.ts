import { readTree } from "../markup/html/read-tree.ts";
import { textOf, tidy } from "../markup/html/walk-tree.ts";

/** Values of JSON that nobody has checked, read with care. All pure. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What may be one value or a list, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text without the markup and entities that some pages leave in; `undefined` if it is none or blank. */
export function textIn(value: unknown): string | undefined {
  if (isObject(value)) return textIn(value["@value"]);
  if (typeof value !== "string") return undefined;
  const text = /[<&]/.test(value) ? textOfHtml(value) : tidy(value);
  return text === "" ? undefined : text;
}

function textOfHtml(html: string): string {
  const read = readTree(html);
  return read.kind === "tree" ? textOf(read.root) : tidy(html);
}
