import { cleanLine } from "../cleaning/clean-line.ts";
import type { Found } from "./found.ts";

/** A value found in JSON, at a path such as `items[2].title`. Pure. */
export const foundAt = <Value>(
  place: string,
  value: Value | undefined,
  rule: string,
  confidence = 1,
): Found<Value> | undefined => (value === undefined ? undefined : { value, place, rule, confidence });

/** A text found in JSON, on one line. Pure. */
export const foundLineAt = (
  place: string,
  value: string | undefined,
  rule: string,
): Found<string> | undefined => foundAt(place, cleanLine(value), rule);
