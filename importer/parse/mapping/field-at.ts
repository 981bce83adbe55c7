import { isObject, type JsonObject } from "../fields/json-values.ts";

/** A record: one line of NDJSON or one row of a CSV file. */
export type DataRecord = JsonObject;

/**
 * Returns the value of a record's field by its path; `undefined` if there is none. Pure.
 *
 * A path is the exact name of a column or property, a JSON pointer, `/images/0/url` (RFC 6901), or names with dots,
 * `images[0].url`. `[]` stands for every item: `images[].url` gives a list, with `undefined` for items without a
 * value.
 */
export function fieldAt(record: DataRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  return follow(record, path.startsWith("/") ? pointerSteps(path) : dottedSteps(path));
}

type Step = string | typeof every;
const every = Symbol("every item");

function follow(value: unknown, steps: readonly Step[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (step === every)
    return Array.isArray(value) ? value.map((item: unknown) => follow(item, rest)) : undefined;
  if (Array.isArray(value)) return /^\d+$/.test(step) ? follow(value[Number(step)], rest) : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? follow(value[step], rest) : undefined;
}

const pointerSteps = (pointer: string): Step[] =>
  pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

const dottedSteps = (path: string): Step[] =>
  path
    .replace(/\[(\d*)\]/g, ".[$1]")
    .split(".")
    .filter((step) => step !== "")
    .map((step) => {
      const index = /^\[(\d*)\]$/.exec(step)?.[1];
      return index === undefined ? step : index === "" ? every : index;
    });
