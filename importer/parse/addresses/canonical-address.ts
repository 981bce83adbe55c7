import { webAddress } from "./web-address.ts";

/** Parameters that record where a reader came from and do not change what is shown. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref|ref_src|ref_url|referrer|source|cmpid|cmp|ocid|ns_\w+|at_\w+|xtor|mkt_tok|wt_mc|wt\.mc_id|ito|smid|smtyp|share|spm|ftag|guccounter|guce_\w+|__twitter_impression|amp)$/i;

/**
 * Returns an address in the one form shared by all its spellings, so that it can identify a story: no fragment,
 * tracking parameters, default port, user name or trailing slash, and parameters in order. A fragment stays where it is
 * a route within the page: `#/story/1`, `#!story/1`. `undefined` for anything but a web address. Pure and idempotent.
 */
export function canonicalAddress(written: string, baseUrl?: string): string | undefined {
  const address = webAddress(written, baseUrl);
  if (address === undefined) return undefined;
  const url = new URL(address);
  if (!isRoute(url.hash)) url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  return url.href.replace(/\?$/, "");
}

const isRoute = (hash: string): boolean => /^#[!/]./.test(hash);
