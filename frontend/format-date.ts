/**
 * A day, or the day of a point in time, as a language writes it, without an hour. In UTC, whatever the zone of the
 * server: the story's own zone is not known well enough, and JavaScript takes a day alone as beginning in UTC.
 */
export function formatDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(iso),
  );
}

/** Several names, joined as the language does. */
export function formatNames(names: readonly string[], language: string): string {
  return new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(names);
}

/** The content model allows more tags than Intl accepts; with a tag that it refuses, English is used. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
