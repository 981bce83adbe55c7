/** As far as browsers look for a declaration. */
const searched = 1_024;

const charset = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})/i;

/**
 * The encoding that a page declares in its first 1,024 bytes, in lower case, by `<meta charset>` or `http-equiv`;
 * `undefined` if it declares none. Pure.
 *
 * The declaration itself is in ASCII whatever the encoding, so that the bytes are read as such. One in a comment does
 * not count, and UTF-16 cannot be declared so: who reads the declaration reads no UTF-16.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, searched)).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const name = charset.exec(head)?.[1]?.toLowerCase();
  return name !== undefined && /^utf-?16/.test(name) ? "utf-8" : name;
}
