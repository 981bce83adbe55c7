const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago a time was, or how long it is until then, in short: "3 hr. ago", "in 2 days". Pure. */
export function ageOf(time: string, now: Date, locale: string): string {
  const ms = Date.parse(time) - now.getTime();
  const [unit, length] = units.find(([, each]) => Math.abs(ms) >= each) ?? ["minute", 60_000];
  return new Intl.RelativeTimeFormat(locale, { style: "short", numeric: "auto" }).format(
    Math.trunc(ms / length),
    unit,
  );
}
