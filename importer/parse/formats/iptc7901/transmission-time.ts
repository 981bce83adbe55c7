/** A line below a message that says when it was sent: `061305 GMT mar 24`, `061305 Mrz 24`. */
const sent =
  /^(?<day>[0-3]\d)(?<hour>[0-2]\d)(?<minute>[0-5]\d)\s*(?:(?<zone>\p{L}{1,5})\s+)?(?<month>\p{L}{3,10})\.?\s*(?<year>(?:20)?\d{2})$/u;

/**
 * Returns the time that a line gives as day, hour and minute in one number, in an order that is read like any other
 * printed date: `06 mar 2024 13:05 GMT`. `undefined` if the line is none. Pure; no zone is made up.
 *
 * @see https://www.iptc.org/std/IPTC7901/1.0/specification/7901V5.pdf
 */
export function readTransmissionTime(line: string): string | undefined {
  const { day, hour, minute, zone = "", month, year = "" } = sent.exec(line.trim())?.groups ?? {};
  if (day === undefined || month === undefined) return undefined;
  return `${day} ${month} ${year.padStart(4, "20")} ${hour}:${minute} ${zone.toUpperCase()}`.trim();
}
