/**
 * A robots.txt (RFC 9309): everything may be crawled but what is named.
 *
 * @param options.sitemaps Addresses, with a host.
 * @param options.disallow Paths that robots are to leave alone, such as `/search`.
 */
export function robots(options: {
  readonly sitemaps?: readonly string[];
  readonly disallow?: readonly string[];
}): string {
  const { sitemaps = [], disallow = [] } = options;
  return [
    "User-agent: *",
    // A group needs a rule, and an empty one allows everything.
    ...(disallow.length > 0 ? disallow : [""]).map((path) => `Disallow: ${path}`.trim()),
    ...sitemaps.map((url) => `Sitemap: ${url}`),
    "",
  ].join("\n");
}
