import { isDayAlone } from "../../schemas/index.ts";

/**
 * The note for an editor on a date and time that is only a day; `undefined` for any other value. Pure.
 *
 * Sanity's input shows every value with an hour: for "2026-03-04" it shows midnight, which was never stated.
 */
export function dayNote(schemaType: string, value: unknown): string | undefined {
  if (schemaType !== "datetime" || typeof value !== "string" || !isDayAlone(value)) return undefined;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(value),
  );
  return `Only the day is known: ${day}. The time shown above is not stored unless you set it.`;
}
