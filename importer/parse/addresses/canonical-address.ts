import { webAddress } from "./web-address.ts";

/** Parameters that tell where a reader came from, and change nothing of what is shown. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref|ref_src|ref_url|referrer|source|cmpid|cmp|ocid|ns_\w+|at_\w+|xtor|mkt_tok|wt_mc|wt\.mc_id|ito|smid|smtyp|share|spm|ftag|guccounter|guce_\w+|__twitter_impression|amp)$/i;

/**
 * An address in the one form that all its spellings share, so that it can identify a story: without fragment, tracking
 * parameters, default port, user name or a slash at the end, and with its parameters in order. A fragment stays where
 * it is the path of a page that finds its stories itself: `#/story/1`, `#!story/1`. `undefined` for what is no web
 * address. Pure; giving it its own result changes nothing.
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
