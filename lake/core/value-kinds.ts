/**
 * The kinds of values, numbered as GROQ orders them. Indexes store these numbers (`indexed_values`, migration 0005): other ones
 * would need a migration.
 */
export const valueKinds = {
  /** In milliseconds. */
  time: 0,
  number: 1,
  text: 2,
  /** True is 1, false is 0. */
  boolean: 3,
  /** Has no value in an index. */
  other: 4,
  /** No value, but a text by which documents are in order (`lake/core/order-text.ts`). */
  place: 5,
} as const;

export type ValueKind = (typeof valueKinds)[keyof typeof valueKinds];

/** A number, a text, true or false as an index holds it. */
export function indexedScalar(value: string | number | boolean): {
  readonly kind: ValueKind;
  readonly value: string | number;
} {
  switch (typeof value) {
    case "number":
      return { kind: valueKinds.number, value };
    case "string":
      return { kind: valueKinds.text, value };
    default:
      return { kind: valueKinds.boolean, value: Number(value) };
  }
}
