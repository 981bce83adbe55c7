/**
 * The encoding labels that an input declares, most trusted first: the carrier's, such as a server's header; then that
 * of an XML declaration or an HTML `meta` in its first kilobytes. They may be wrong. Pure.
 */
export function declaredEncodings(bytes: Uint8Array, carrier?: string): string[] {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");
  const xml = /^\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const labels = [carrier, xml, ...metaCharsets(head)].filter((label) => label !== undefined);
  // A text whose declaration can be read byte by byte is in none of these, whatever it declares.
  return [...new Set(labels.map((label) => label.trim().toLowerCase()))].filter(
    (label) => label !== "" && !/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/.test(label),
  );
}

/** The standard requires the declaration within 1,024 bytes; real pages have it later. */
const headBytes = 8 * 1024;

function metaCharsets(head: string): string[] {
  const tags = head.replace(/<!--.*?-->/gs, "").match(/<meta\b[^<>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    const [, charset] = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag) ?? [];
    return charset === undefined ? [] : [charset];
  });
}
