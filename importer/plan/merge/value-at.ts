import { isRecord } from "./same-value.ts";

const step = /([^.[\]]+)|\[_key==("(?:[^"\\]|\\.)*")\]/g;

/** The value at a path of the form that conflicts carry; `undefined` where there is none. Pure. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const [, name, key] of path.matchAll(step)) {
    if (name !== undefined) found = isRecord(found) ? found[name] : undefined;
    else if (key !== undefined) found = memberOf(found, JSON.parse(key));
  }
  return found;
}

function memberOf(value: unknown, key: unknown): unknown {
  return Array.isArray(value)
    ? value.find((member: unknown) => isRecord(member) && member._key === key)
    : undefined;
}
