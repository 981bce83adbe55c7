/**
 * A day, or the day of a point in time, as a language writes it, without an hour. In UTC, whatever the zone of the
 * server: a story's own place is not known well enough for local time, and a day alone begins in UTC to JavaScript.
 */
export function formatDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(iso),
  );
}

/** Several names as a language joins them. */
export function formatNames(names: readonly string[], language: string): string {
  return new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(names);
}

/** The content model's tags are wider than the ones that Intl takes; a tag that it refuses is shown in English. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
