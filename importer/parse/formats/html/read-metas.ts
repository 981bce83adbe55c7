import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, elementsIn, tidy } from "../../markup/html/walk-tree.ts";

/** What the `meta` elements of a page say, by name in lower case. */
export interface Metas {
  /** All values of a name, in the order of the page. */
  all(name: string): readonly string[];
  /** The first value of the first of the names that has one, with the place it stands in. */
  first(...names: string[]): { readonly value: string; readonly place: string } | undefined;
}

/** Reads the `meta` elements of a page: Open Graph, Dublin Core and whatever else, by `property`, `name` or `itemprop`. Pure. */
export function readMetas(root: HtmlElement): Metas {
  const values = new Map<string, string[]>();
  for (const element of elementsIn(root)) {
    if (element.name !== "meta") continue;
    const content = tidy(attribute(element, "content") ?? "");
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
