/** A block of header fields as WARC and HTTP have it. Names are in lower case. */
export interface HeaderBlock {
  /** The line in front of the fields: `WARC/1.0`, `HTTP/1.1 200 OK`. */
  readonly start: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads a block without its empty last line. Pure. Folded lines are joined, and so are fields of one name, with commas. */
export function headerBlockOf(bytes: Buffer): HeaderBlock {
  const [start = "", ...lines] = bytes
    .toString("utf8")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return { start, fields };
}
