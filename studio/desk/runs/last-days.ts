/** A day as the clock of whoever looks has it. */
interface Day {
  /** `2026-03-01` */
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** The last days until today, the earliest first. Pure, but for the zone of the clock. */
export function lastDays(count: number, now: Date): readonly Day[] {
  const startOf = (daysAgo: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = count - 1 - index;
    const from = startOf(daysAgo);
    const parts = [from.getFullYear(), from.getMonth() + 1, from.getDate()];
    const day = parts.map((part) => String(part).padStart(2, "0")).join("-");
    return { day, from: from.toISOString(), to: startOf(daysAgo - 1).toISOString() };
  });
}
