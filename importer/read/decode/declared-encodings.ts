/**
 * The labels of encodings that an input declares, the most trusted first: the carrier's, such as a server's header;
 * then that of an XML declaration or an HTML `meta` in its first kilobytes. Pure; they may be wrong.
 */
export function declaredEncodings(bytes: Uint8Array, carrier?: string): string[] {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");
  const xml = /^\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const labels = [carrier, xml, ...metaCharsets(head)].filter((label) => label !== undefined);
  // A text whose declaration can be read byte by byte is in none of these, whatever it says.
  return [...new Set(labels.map((label) => label.trim().toLowerCase()))].filter(
    (label) => label !== "" && !/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/.test(label),
  );
}

/** The standard has the declaration within 1,024 bytes; pages have it later. */
const headBytes = 8 * 1024;

function metaCharsets(head: string): string[] {
  const tags = head.replace(/<!--.*?-->/gs, "").match(/<meta\b[^<>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    const [, charset] = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag) ?? [];
    return charset === undefined ? [] : [charset];
  });
}
