/** Cached: a format is slow to make, and an input uses few languages. */
const known = new Map<string, boolean>();
const mostKept = 1_000;

/**
 * Whether copy in a language may write the month before the day, so that "3/4/2026" may be in March: as Unicode's CLDR
 * has it for the language, and its region if the tag names one. Also where the language is not known. Pure.
 *
 * @param language BCP 47.
 */
export function isMonthFirst(language: string | undefined): boolean {
  if (language === undefined) return true;
  const kept = known.get(language);
  if (kept !== undefined) return kept;
  const first = look(language);
  if (known.size < mostKept) known.set(language, first);
  return first;
}

function look(language: string): boolean {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return true;
    const format = new Intl.DateTimeFormat(language, { dateStyle: "short", calendar: "gregory" });
    const types = format.formatToParts(0).map(({ type }) => type);
    return types.find((type) => type !== "literal") === "month";
  } catch {
    // Not a tag.
    return true;
  }
}
