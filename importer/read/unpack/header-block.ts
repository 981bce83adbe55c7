/** A block of header fields as in WARC and HTTP. Names are in lower case. */
export interface HeaderBlock {
  /** The line before the fields: `WARC/1.0`, `HTTP/1.1 200 OK`. */
  readonly start: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads a block without its empty last line. Joins folded lines, and fields of the same name with commas. Pure. */
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
