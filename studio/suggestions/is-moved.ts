import { type Suggestion, valueAt } from "../../schemas/index.ts";
import { readableValue } from "./readable-value.ts";

/**
 * Whether a document reads otherwise at the place of a suggestion than when the suggestion was made. Pure.
 *
 * @param seen The document as it is now.
 */
export function isMoved({ path, current }: Suggestion, seen: object | null | undefined): boolean {
  if (seen === null || seen === undefined) return false;
  const here = valueAt(seen, path);
  return readableValue(here === undefined ? undefined : JSON.stringify(here)) !== readableValue(current);
}
