/** The absolute `http`, `https` or `mailto` address; `undefined` for any other, including scripts. Pure. */
export function linkAddress(written: string, baseUrl: string | undefined): string | undefined {
  const trimmed = written.trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.length > longestAddress) return undefined;
  return allowed(trimmed, baseUrl, /^(?:https?|mailto):$/);
}

/** The absolute `http` or `https` address of something to fetch; `undefined` for any other. Pure. */
export function webAddress(written: string, baseUrl?: string): string | undefined {
  const trimmed = written.trim();
  if (trimmed === "" || trimmed.length > longestAddress) return undefined;
  return allowed(trimmed, baseUrl, /^https?:$/);
}

const longestAddress = 2_000;

function allowed(written: string, baseUrl: string | undefined, protocols: RegExp): string | undefined {
  // "//host/path" takes the page's own scheme, which today is https.
  const url = URL.parse(
    written.startsWith("//") && baseUrl === undefined ? `https:${written}` : written,
    baseUrl,
  );
  if (url === null || !protocols.test(url.protocol)) return undefined;
  if (url.protocol !== "mailto:" && url.hostname === "") return undefined;
  return url.href;
}
