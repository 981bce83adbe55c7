import { cleanLine } from "../cleaning/clean-line.ts";

/** Safe readers of unchecked JSON values. All pure. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that may be single or a list, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text without markup and references; `undefined` if the value is not a text or is blank. */
export function textIn(value: unknown): string | undefined {
  if (isObject(value)) return textIn(value["@value"]);
  return typeof value === "string" ? cleanLine(value) : undefined;
}
