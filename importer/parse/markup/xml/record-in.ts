import { nextOf } from "./next-of.ts";

/** Where one record of an XML input ends that is not well-formed: told by its tags alone. */
export interface XmlRecord {
  /** The record with its tags in pairs as far as it has a start tag for each end tag, and its CDATA sections closed. */
  readonly text: string;
  /** Where reading goes on. */
  readonly next: number;
  /** Whether the input ends within the record. */
  readonly isCutOff: boolean;
}

const cdata = "<![CDATA[";
const sectionEnd = "]]>";

/**
 * Finds the record that begins at `start`, up to its end tag or to where the next one begins. Pure.
 *
 * @param name Name of the records' elements, as the input writes it.
 */
export function recordIn(text: string, start: number, name: string): XmlRecord {
  const written = patternOf(name);
  const stops = new RegExp(`<!\\[CDATA\\[|<${written}(?=[\\s/>])|</${written}\\s*>`, "g");
  stops.lastIndex = start + 1;
  const nextEnd = nextOf(text, sectionEnd);
  let close: number | undefined;
  let next: number | undefined;
  for (let stop = stops.exec(text); stop !== null; stop = stops.exec(text)) {
    const [token] = stop;
    if (token === cdata) {
      const end = endOfCdata(text, stop.index, nextEnd(stop.index), name);
      if (end !== undefined) stops.lastIndex = end;
    } else if (token.startsWith("</")) close = stops.lastIndex;
    else {
      next = stop.index;
      break;
    }
  }
  const end = close ?? next ?? text.length;
  return {
    text: balanced(text.slice(start, end), name),
    next: next ?? end,
    isCutOff: close === undefined && next === undefined,
  };
}

/**
 * Whether a CDATA section has swallowed the end of its record and the start of another one: its own end is missing, and
 * what ends it is that of a later one. Pure.
 */
export const swallowsRecord = (section: string, name: string): boolean =>
  section.includes(cdata) &&
  new RegExp(`</${patternOf(name)}\\s*>\\s*<${patternOf(name)}[\\s>]`).test(section);

/** Whether a text ends with the end tag of an element, or with that of an empty one. Pure. */
export const endsWithTag = (text: string, name: string): boolean =>
  text.endsWith("/>") || new RegExp(`</${patternOf(name)}\\s*>$`).test(text);

/** Of the signs that XML allows in a name, a dot alone means something in a pattern. */
const patternOf = (name: string): string => name.replaceAll(".", "\\.");

/** `undefined` for a section that is never closed, or by the end of another one. */
function endOfCdata(text: string, start: number, end: number, name: string): number | undefined {
  if (end === -1 || swallowsRecord(text.slice(start + cdata.length, end), name)) return undefined;
  return end + sectionEnd.length;
}

const tokens = /<!\[CDATA\[|<(?<slash>\/?)(?<name>[^\s/<>!?]+)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/g;

/** Takes out end tags that end nothing, and closes a CDATA section before the end tags that follow it. */
function balanced(record: string, name: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  const count = (own: string, by: number): void => void counts.set(own, (counts.get(own) ?? 0) + by);
  const nextEnd = nextOf(record, sectionEnd);
  let from = 0;
  tokens.lastIndex = 0;
  for (let token = tokens.exec(record); token !== null; token = tokens.exec(record)) {
    const [tag] = token;
    if (tag === cdata) {
      const end = nextEnd(token.index);
      const body = record.slice(token.index, end === -1 ? undefined : end);
      if (end === -1 || body.slice(cdata.length).includes(cdata)) {
        const inside = open.at(-1);
        const closer = inside === undefined ? -1 : record.indexOf(`</${inside}`, token.index);
        const last = closer === -1 ? record.lastIndexOf(`</${name}`) : closer;
        const stop = last > token.index ? last : record.length;
        parts.push(record.slice(from, stop), sectionEnd);
        from = tokens.lastIndex = stop;
      } else tokens.lastIndex = end;
      continue;
    }
    const { slash, name: own = "" } = token.groups ?? {};
    if (slash === "") {
      if (tag.endsWith("/>")) continue;
      open.push(own);
      count(own, 1);
      continue;
    }
    if ((counts.get(own) ?? 0) > 0) {
      for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
        count(inner, -1);
        if (inner === own) break;
      }
    } else {
      parts.push(record.slice(from, token.index));
      from = tokens.lastIndex;
    }
  }
  parts.push(record.slice(from));
  return parts.join("");
}
