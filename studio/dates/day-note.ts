import { isDayAlone } from "../../schemas/index.ts";

/**
 * What an editor must know of a date and time that is only a day; `undefined` for any other value. Pure.
 *
 * Sanity's input shows every value with an hour: for "2026-03-04" it shows midnight, which nobody stated.
 */
export function dayNote(schemaType: string, value: unknown): string | undefined {
  if (schemaType !== "datetime" || typeof value !== "string" || !isDayAlone(value)) return undefined;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(value),
  );
  return `Only the day is known: ${day}. The time above is stored only if you set it.`;
}
