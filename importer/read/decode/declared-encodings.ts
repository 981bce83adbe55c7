/**
 * The encoding labels that an input declares, most trusted first: the carrier's, such as a server's header; then that
 * of an XML declaration or an HTML `meta` in its first kilobytes, or that of its format. They may be wrong. Pure.
 */
export function declaredEncodings(bytes: Uint8Array, carrier?: string): string[] {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");
  const xml = /^\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const wire = telegram.test(head) ? "iso-8859-1" : undefined;
  const labels = [carrier, xml, ...metaCharsets(head), wire].filter((label) => label !== undefined);
  // A text whose declaration can be read byte by byte is in none of these, whatever it declares.
  return [...new Set(labels.map((label) => label.trim().toLowerCase()))].filter(
    (label) => label !== "" && !/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/.test(label),
  );
}

/** A message of IPTC 7901, which is older than UTF-8: its 8-bit letters are those of ISO 8859-1 unless agreed otherwise. */
const telegram = /^[\s\x16]*\x01[^\x02]{1,2000}\x02/;

/** The standard requires the declaration within 1,024 bytes; real pages have it later. */
const headBytes = 8 * 1024;

function metaCharsets(head: string): string[] {
  const tags = head.replace(/<!--.*?-->/gs, "").match(/<meta\b[^<>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    const [, charset] = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag) ?? [];
    return charset === undefined ? [] : [charset];
  });
}
