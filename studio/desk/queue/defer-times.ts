import type { QueueString } from "../i18n/queue-strings.ts";

/** A time until which a story can be put aside with one click. */
interface DeferTime {
  readonly says: QueueString;
  readonly at: Date;
}

/** The times that are offered at a moment, as the editor's clock has them, all still to come. Pure. */
export function deferTimes(now: Date): readonly DeferTime[] {
  const at = (days: number, hour: number): Date => {
    const time = new Date(now);
    time.setDate(now.getDate() + days);
    time.setHours(hour, 0, 0, 0);
    return time;
  };
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const all: readonly DeferTime[] = [
    { says: "queue.defer.hour", at: new Date(now.getTime() + 3_600_000) },
    { says: "queue.defer.evening", at: at(0, 18) },
    { says: "queue.defer.tomorrow", at: at(1, 8) },
    { says: "queue.defer.monday", at: at(untilMonday, 8) },
  ];
  return all.filter((time) => time.at > now);
}

/** A time as an input of a date and time takes it, by the editor's clock. Pure. */
export function asInputTime(time: Date): string {
  const minutes = time.getTimezoneOffset();
  return new Date(time.getTime() - minutes * 60_000).toISOString().slice(0, 16);
}
