import type { Found } from "../../fields/found.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute } from "../../markup/html/walk-tree.ts";
import type { ParsedEvidence } from "../../parsed-story.ts";

/** A value that a page offers for a field, and how sure it is. */
export interface Candidate<Value> extends Found<Value> {
  /** What shows it to readers, and is thereby no part of the text. */
  readonly elements?: readonly HtmlElement[];
}

/** The evidence for a field, from the candidate that was taken. Pure. */
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

/** The surest candidate, the first of equals. Pure. */
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

/** An element as a CSS selector that a person can find it with; not always of this element alone. Pure. */
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
