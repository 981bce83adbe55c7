const dayMs = 86_400_000;

/** Weekends and holidays are no silence. */
const leastMs = 3 * dayMs;

/** How many times its longest pause a source may be quiet. */
const patience = 2;

/**
 * Since when a source has been silent: nothing has come from it for more than twice its longest pause so far, and for three
 * days at least. Of a source that has been heard only once, nobody can say. Pure.
 *
 * @param times When stories came from it, the newest first.
 */
export function silentSince(times: readonly string[], now: Date): string | undefined {
  const [last] = times;
  if (last === undefined || times.length < 2) return undefined;
  const pauses = times.slice(1).map((time, index) => Date.parse(times[index] ?? time) - Date.parse(time));
  const quiet = now.getTime() - Date.parse(last);
  return quiet > Math.max(leastMs, patience * Math.max(...pauses)) ? last : undefined;
}
