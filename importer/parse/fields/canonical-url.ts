/** Parameters that tell how a reader came to a page, and not which page it is. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|at_(?:medium|campaign|link\w*|format|custom\d)|cmpid|_hs(?:enc|mi)|igshid|wt_?mc|xtor)$/i;

/**
 * The address of a page as an absolute `http` or `https` URL, without fragment and without what feeds add to count
 * their readers; `undefined` for anything else. Pure.
 */
export function canonicalUrl(written: string | undefined, baseUrl?: string): string | undefined {
  const url = written === undefined ? null : URL.parse(written.trim(), baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return undefined;
  if (url.href.length > 2_000) return undefined;
  url.hash = "";
  const counted = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  // Only then: writing the parameters anew respells those that stay.
  for (const name of counted) url.searchParams.delete(name);
  return url.href;
}
