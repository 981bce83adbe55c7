import { cleanLine } from "../../cleaning/clean-line.ts";
import { readMoment } from "../../time/read-moment.ts";

/** The header of a message: `xyz0123 3 pl 402  agency 0816`. */
export interface MessageHeader {
  /** Letters that name the service, and the message's number in it, as printed: `xyz0123`. */
  readonly number: string;
  /** The letters alone. */
  readonly service: string;
  /** The agency that the rest of the header names. */
  readonly agency?: string;
  /** The day that the rest of the header names, as printed. */
  readonly day?: string;
}

/**
 * Service and number, priority, category and number of words, then what each agency adds.
 *
 * @see https://www.iptc.org/std/IPTC7901/1.0/specification/7901V5.pdf
 */
const header =
  /^(?<service>\p{L}{2,8})[ -]?(?<count>\d{2,5}) +[1-9a-z] +[a-z]{1,5} +\d{1,5}(?: +(?<rest>\S.*))?$/iu;

/** An agency and its own number: `agency 0816`, `/AGENCY-AB12`. */
const numbered = /(?:^|[\s/])(?<agency>\p{L}{2,10})[ -]\p{L}{0,3}\d{2,5}$/u;

/** A day at the end of the rest: `Mi, 06.Mär 2024`. */
const dated = /(?:^|[\s,])(?<day>\d{1,2}\.?\s?\p{L}{3,12}\.?\s\d{4})$/u;

/** Reads a line as the header of a message; `undefined` if it is none. Pure. */
export function readHeader(line: string): MessageHeader | undefined {
  const { service, count, rest = "" } = header.exec(cleanLine(line) ?? "")?.groups ?? {};
  if (service === undefined || count === undefined) return undefined;
  const own = { number: service + count, service };
  const day = dated.exec(rest)?.groups?.["day"];
  if (day !== undefined && readMoment(day) !== undefined) return { ...own, day };
  const agency = numbered.exec(rest)?.groups?.["agency"];
  return agency === undefined ? own : { ...own, agency };
}
