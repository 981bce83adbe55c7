import type { Found } from "../../fields/found.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute } from "../../markup/html/walk-tree.ts";
import type { ParsedEvidence } from "../../parsed-story.ts";

/** A possible value for a field of the page, with its certainty. */
export interface Candidate<Value> extends Found<Value> {
  /** The elements that show it to readers, which are therefore not part of the text. */
  readonly elements?: readonly HtmlElement[];
}

/** The evidence for a field, from the chosen candidate. Pure. */
export const evidenceOf = (
  path: string,
  { place, rule, confidence, printed }: Candidate<unknown>,
): ParsedEvidence => ({
  path,
  place,
  rule,
  confidence: Math.round(confidence * 100) / 100,
  ...(printed === undefined ? {} : { printed }),
});

/** The most certain candidate, the first among equals. Pure. */
export function surest<Value>(
  candidates: readonly (Candidate<Value> | undefined)[],
): Candidate<Value> | undefined {
  let best: Candidate<Value> | undefined;
  for (const candidate of candidates) {
    if (candidate !== undefined && (best === undefined || candidate.confidence > best.confidence))
      best = candidate;
  }
  return best;
}

/** A CSS selector by which a person can find an element; it may match others too. Pure. */
export function selectorOf(element: HtmlElement): string {
  const id = attribute(element, "id");
  if (id !== undefined && /^[\w-]+$/.test(id)) return `${element.name}#${id}`;
  const [first] = (attribute(element, "class") ?? "").split(/\s+/);
  if (first !== undefined && /^[\w-]+$/.test(first)) return `${element.name}.${first}`;
  for (const name of ["itemprop", "rel"]) {
    const value = attribute(element, name);
    if (value !== undefined && /^[\w -]+$/.test(value)) return `${element.name}[${name}="${value}"]`;
  }
  const { parent } = element;
  return parent === undefined || parent.name === "#root" ? element.name : `${parent.name} > ${element.name}`;
}
