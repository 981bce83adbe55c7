/** A time as an editor is told when it counts: no month to be taken for a day, and with its zone. Pure. */
export const timeOf = (time: string, locale: string): string =>
  new Date(time).toLocaleString(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
