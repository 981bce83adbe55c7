import { isIP } from "node:net";

/** Which addresses pictures may be fetched from. */
export interface AddressRules {
  /** Whether a connection to this IP address is allowed. */
  readonly mayConnect: (address: string) => boolean;
  /** Ports allowed besides 80 for `http` and 443 for `https`. */
  readonly morePorts: ReadonlySet<number>;
}

/** A URL that may be requested, or why not; the reason completes "Cannot import the picture: …". */
export type FetchAddress =
  { readonly kind: "address"; readonly url: URL } | { readonly kind: "refused"; readonly why: string };

/**
 * Checks a URL before anything is sent, and each URL that it redirects to. What a host name resolves to is checked
 * when the connection is made. Pure.
 */
export function fetchAddressOf(written: string, rules: AddressRules, base?: URL): FetchAddress {
  const url = URL.parse(written, base);
  if (!url) return refused("its address is not valid");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return refused(`its address starts with ${url.protocol} instead of http: or https:`);
  if (url.username !== "" || url.password !== "")
    return refused("its address contains a username or a password");
  if (url.port !== "" && !rules.morePorts.has(Number(url.port)) && !["80", "443"].includes(url.port))
    return refused(`its address uses port ${url.port}`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) > 0 && !rules.mayConnect(host)) return refused(notPublic(host));
  return { kind: "address", url };
}

export const notPublic = (address: string): string => `${address} is not a public internet address`;

const refused = (why: string): FetchAddress => ({ kind: "refused", why });
