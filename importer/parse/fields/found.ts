import { placeOf, textOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";

/** A value with evidence of where it comes from. */
export interface Found<Value> {
  readonly value: Value;
  /** Element path or JSON path. */
  readonly place: string;
  /** Permanent kebab-case name. */
  readonly rule: string;
  readonly confidence: number;
  /** The printed text, where the value had to leave part of it out. */
  readonly printed?: string;
}

/** A value found in an element. Pure. */
export function foundIn<Value>(
  element: XmlElement | undefined,
  value: Value | undefined,
  rule: string,
  confidence = 1,
): Found<Value> | undefined {
  return element === undefined || value === undefined
    ? undefined
    : { value, place: placeOf(element), rule, confidence };
}

/** The text of an element. Pure. */
export const foundText = (
  element: XmlElement | undefined,
  rule: string,
  confidence = 1,
): Found<string> | undefined => foundIn(element, textOf(element), rule, confidence);

/** A value with the place of another value. Pure. */
export function mapFound<From, To>(
  found: Found<From> | undefined,
  map: (value: From) => To | undefined,
): Found<To> | undefined {
  const value = found === undefined ? undefined : map(found.value);
  return found === undefined || value === undefined ? undefined : { ...found, value };
}

export const isFound = <Value>(found: Found<Value> | undefined): found is Found<Value> => found !== undefined;
