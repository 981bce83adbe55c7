/**
 * Whether a request comes from a page of the server itself, or from a program of this machine: browsers add `Origin` to all
 * that writes, and `Sec-Fetch-Site` to all. Stricter than the lake, which frontends of other ports may read and write.
 */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  return (
    (origin === null || origin === new URL(request.url).origin) && (site === null || site === "same-origin")
  );
}
