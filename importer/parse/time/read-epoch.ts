import { readMoment } from "./read-moment.ts";

const stamp = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(?:\d\d)?$/;

/**
 * Returns the instant for a count of seconds or milliseconds since 1970 in universal time; `undefined` for a number
 * that is no such count between 1973 and 2100, or may be a date without separators, 202603041200. Pure.
 */
export function readEpoch(value: number): string | undefined {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  if (milliseconds < 1e11 || milliseconds >= Date.UTC(2100, 0)) return undefined;
  const isStamp = readMoment(String(value).replace(stamp, "$1-$2-$3 $4:$5")) !== undefined;
  return isStamp ? undefined : new Date(milliseconds).toISOString();
}
