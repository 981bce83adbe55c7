/** Whether a reader has the answer with this tag already, by what it says in `If-None-Match` (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((given) => given.trim() === "*" || opaque(given) === opaque(etag));
}
