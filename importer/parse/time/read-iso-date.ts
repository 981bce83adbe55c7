/** A moment as a page writes it for machines. */
export interface IsoMoment {
  /** ISO 8601 with offset. */
  readonly value: string;
  /** What is written: a moment with its offset, one without, or only a day. What is missing is taken as UTC, 0:00. */
  readonly precision: "exact" | "without-offset" | "day";
}

const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads a date in ISO 8601 or RFC 2822; `undefined` for any other text, and for days that there are not. Pure. */
export function readIsoDate(text: string): IsoMoment | undefined {
  const match = pattern.exec(text.trim());
  return match === null ? readMailDate(text.trim()) : toMoment(match);
}

function toMoment([
  ,
  year = "",
  month = "",
  day = "",
  hour,
  minute = "",
  second = "00",
  zone,
]: RegExpExecArray): IsoMoment | undefined {
  if (!isRealDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return { value: `${date}T00:00:00Z`, precision: "day" };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = zone === undefined ? "Z" : toOffset(zone);
  return {
    value: `${date}T${hour}:${minute}:${second}${offset}`,
    precision: zone === undefined ? "without-offset" : "exact",
  };
}

function toOffset(zone: string): string {
  if (/^[zug]/i.test(zone)) return "Z";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

const mailDate =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function readMailDate(text: string): IsoMoment | undefined {
  const match = mailDate.exec(text);
  if (match === null) return undefined;
  const [, day = "", month = "", year = "", hour = "", minute = "", second = "00", zone = "Z"] = match;
  const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, "0");
  return readIsoDate(
    `${year}-${number}-${day.padStart(2, "0")}T${hour}:${minute}:${second}${toOffset(zone)}`,
  );
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
