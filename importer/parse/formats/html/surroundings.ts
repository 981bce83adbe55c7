import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { ancestorsOf, attribute, marksOf } from "../../markup/html/walk-tree.ts";
import type { TextLeaf } from "./text-leaves.ts";

/** Where the sure paragraphs of a page stand. */
export interface Surroundings {
  readonly elements: ReadonlySet<HtmlElement>;
  /** Elements that contain a sure paragraph. */
  readonly holders: ReadonlySet<HtmlElement>;
  readonly parents: ReadonlySet<HtmlElement>;
  /** Name and class of the parents. */
  readonly shapes: ReadonlySet<string>;
  /** The innermost article or main element around most of them. */
  readonly home: HtmlElement | undefined;
}

/** Returns where sure paragraphs stand. Pure. */
export function surroundingsOf(sure: ReadonlySet<TextLeaf>): Surroundings {
  const elements = new Set([...sure].map(({ element }) => element));
  const parents = new Set([...elements].flatMap(({ parent }) => parent ?? []));
  const homes = new Map<HtmlElement, number>();
  for (const { element, length } of sure) {
    for (const at of ancestorsOf(element)) if (isHome(at)) homes.set(at, (homes.get(at) ?? 0) + length);
  }
  const total = [...sure].reduce((sum, { length }) => sum + length, 0);
  // Inner elements come first, since they are met first.
  const home = [...homes].find(([, letters]) => letters > 0.8 * total)?.[0];
  return {
    elements,
    holders: holdersOf(elements),
    parents,
    shapes: new Set([...parents].map(shapeOf)),
    home,
  };
}

const isHome = (element: HtmlElement): boolean =>
  element.name === "article" ||
  element.name === "main" ||
  attribute(element, "role") === "main" ||
  /Article|Posting/.test(attribute(element, "itemtype") ?? "");

/** All elements around some elements. Pure. */
export function holdersOf(elements: Iterable<HtmlElement>): ReadonlySet<HtmlElement> {
  const holders = new Set<HtmlElement>();
  for (const element of elements) {
    for (const at of ancestorsOf(element)) {
      if (holders.has(at)) break;
      holders.add(at);
    }
  }
  return holders;
}

/** Name and classes of an element, without their numbers; empty if it has none. Pure. */
export const shapeOf = (element: HtmlElement): string => {
  const marks = marksOf(element);
  return marks === "" ? "" : `${element.name}.${marks.replace(/\d+/g, "0")}`;
};
