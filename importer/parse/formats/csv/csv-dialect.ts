/** The delimiter of a table: whichever of `,` `;` tab and `|` splits its header into the most columns. Pure. */
export function delimiterOf(text: string): string | undefined {
  const header = headerLine(text).replace(/"(?:[^"]|"")*"?/g, "");
  const counted = [",", ";", "\t", "|"].map((delimiter) => ({
    delimiter,
    count: header.split(delimiter).length - 1,
  }));
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.delimiter : undefined;
}

/** The first non-blank line, or the visible part of it; a quoted name may contain line breaks. */
function headerLine(text: string): string {
  const start = text.replace(/^[\uFEFF\s]+/, "").slice(0, 64 * 1024);
  return /^(?:"(?:[^"]|"")*(?:"|$)|[^"\n])*/.exec(start)?.[0] ?? "";
}
