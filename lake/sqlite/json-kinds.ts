import { valueKinds, type ValueKind } from "../core/value-kinds.ts";

/** The kinds of what `json_type` names; all else is `other`. */
const kinds: Readonly<Record<string, ValueKind>> = {
  integer: valueKinds.number,
  real: valueKinds.number,
  text: valueKinds.text,
  true: valueKinds.boolean,
  false: valueKinds.boolean,
};

/** SQL for the kind of a value, from SQL for what `json_type` says of it. */
export function kindSql(type: string): string {
  const cases = Object.entries(kinds).map(([name, kind]) => `WHEN '${name}' THEN ${kind}`);
  return `CASE ${type} ${cases.join(" ")} ELSE ${valueKinds.other} END`;
}

/** SQL for whether a value is of one of some kinds, from SQL for what `json_type` says of it. */
export function isOfKindSql(type: string, ...wanted: readonly ValueKind[]): string {
  const names = Object.keys(kinds).filter((name) => wanted.some((kind) => kind === kinds[name]));
  return `${type} IN (${names.map((name) => `'${name}'`).join(", ")})`;
}
