import { cleanLine } from "../../cleaning/clean-line.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, elementsIn } from "../../markup/html/walk-tree.ts";

/** The `meta` elements of a page, by lower-case name. */
export interface Metas {
  /** All values of a name, in page order. */
  all(name: string): readonly string[];
  /** The value of the first of these names that has one, with its place. */
  first(...names: string[]): { readonly value: string; readonly place: string } | undefined;
}

/**
 * Reads the `meta` elements of a page by `property`, `name` or `itemprop`: Open Graph, Dublin Core and others. Pure.
 */
export function readMetas(root: HtmlElement): Metas {
  const values = new Map<string, string[]>();
  for (const element of elementsIn(root)) {
    if (element.name !== "meta") continue;
    const content = cleanLine(attribute(element, "content")) ?? "";
    if (content === "") continue;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      for (const name of (attribute(element, key) ?? "").toLowerCase().split(/\s+/)) {
        if (name !== "") values.set(name, [...(values.get(name) ?? []), content].slice(0, 100));
      }
    }
  }
  return {
    all: (name) => values.get(name) ?? [],
    first(...names) {
      for (const name of names) {
        const [value] = values.get(name) ?? [];
        if (value !== undefined) return { value, place: `meta[${name}]` };
      }
      return undefined;
    },
  };
}
