import { isRecord } from "../core/dataset.ts";

/** Every string in a value, at any depth, but for the machinery of objects (`_type`, `_key`, `_ref`). */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isRecord(value)) {
    for (const name in value) if (!name.startsWith("_")) yield* textsIn(value[name]);
  }
}
