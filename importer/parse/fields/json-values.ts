import { readTree } from "../markup/html/read-tree.ts";
import { textOf, tidy } from "../markup/html/walk-tree.ts";

/** Safe readers of unchecked JSON values. All pure. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that may be single or a list, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text without leftover markup and entities; `undefined` if the value is not a text or is blank. */
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
