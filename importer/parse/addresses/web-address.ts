/** The address as `http`, `https` or `mailto`, absolute; `undefined` for every other, programs among them. Pure. */
export function linkAddress(written: string, baseUrl: string | undefined): string | undefined {
  const trimmed = written.trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.length > longestAddress) return undefined;
  return allowed(trimmed, baseUrl, /^(?:https?|mailto):$/);
}

/** The address of something to fetch: `http` or `https`, absolute; `undefined` for every other. Pure. */
export function webAddress(written: string, baseUrl?: string): string | undefined {
  const trimmed = written.trim();
  if (trimmed === "" || trimmed.length > longestAddress) return undefined;
  return allowed(trimmed, baseUrl, /^https?:$/);
}

const longestAddress = 2_000;

function allowed(written: string, baseUrl: string | undefined, protocols: RegExp): string | undefined {
  // "//host/path" is of the page's own kind, which today is https.
  const url = URL.parse(
    written.startsWith("//") && baseUrl === undefined ? `https:${written}` : written,
    baseUrl,
  );
  if (url === null || !protocols.test(url.protocol)) return undefined;
  if (url.protocol !== "mailto:" && url.hostname === "") return undefined;
  return url.href;
}
