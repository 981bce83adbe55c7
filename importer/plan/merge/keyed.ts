import { isRecord } from "./same-value.ts";

/** An array member that Sanity identifies by its `_key`. */
export interface Keyed {
  readonly _key: string;
  readonly [member: string]: unknown;
}

/** Whether a value is an object with a key. Pure. */
export const hasKey = (value: unknown): value is Keyed => isRecord(value) && typeof value._key === "string";

/** Whether a value is an array of keyed objects; an absent one counts as an empty array. Pure. */
export const isKeyed = (value: unknown): value is readonly Keyed[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every(hasKey));
