/**
 * Prints a day as an outlet does: `D`, `DD`, `M`, `MM`, `YYYY`, `MONTH` and `WEEKDAY` in a form are replaced. Pure.
 *
 * @param months The outlet's names of the months, if they are not the usual ones of its language.
 */
export function printDate(day: Date, form: string, language: string, months: readonly string[] = []): string {
  const word = (part: "month" | "weekday"): string =>
    new Intl.DateTimeFormat(language, { day: "numeric", [part]: "long", timeZone: "UTC" })
      .formatToParts(day)
      .find(({ type }) => type === part)?.value ?? "";
  const [date, month] = [String(day.getUTCDate()), String(day.getUTCMonth() + 1)];
  const parts: Readonly<Record<string, string>> = {
    D: date,
    DD: date.padStart(2, "0"),
    M: month,
    MM: month.padStart(2, "0"),
    YYYY: String(day.getUTCFullYear()),
    MONTH: months[day.getUTCMonth()] ?? word("month"),
    WEEKDAY: word("weekday"),
  };
  const printed = form.replace(/WEEKDAY|MONTH|YYYY|DD?|MM?/g, (part) => parts[part] ?? part);
  return printed.slice(0, 1).toUpperCase() + printed.slice(1);
}
