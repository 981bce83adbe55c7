import { canonicalAddress } from "../../addresses/canonical-address.ts";
import type { Candidate } from "./candidate.ts";
import type { Metas } from "./read-metas.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, findElement } from "../../markup/html/walk-tree.ts";

/** Finds the page's own address in canonical form, ignoring that of the site's front page. Pure. */
export function findCanonical(
  root: HtmlElement,
  metas: Metas,
  describedUrl: string | undefined,
  baseUrl: string | undefined,
): Candidate<string> | undefined {
  const link = findElement(root, (element) => element.name === "link" && isCanonical(element));
  const social = metas.first("og:url", "twitter:url", "parsely-link");
  const candidates = [
    {
      written: link && attribute(link, "href"),
      place: "link[rel=canonical]",
      rule: "canonical-link",
      confidence: 0.95,
    },
    { written: social?.value, place: social?.place ?? "", rule: "meta", confidence: 0.9 },
    { written: describedUrl, place: "json-ld.url", rule: "json-ld", confidence: 0.85 },
  ].flatMap(({ written, ...how }) => {
    const value = written === undefined ? undefined : canonicalAddress(written, baseUrl);
    // Some sites declare the front page's address on every page.
    return value === undefined || isFrontPage(value) ? [] : [{ ...how, value }];
  });
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const isDoubted = others.length > 0 && others.every(({ value }) => value !== first.value);
  return isDoubted ? { ...first, confidence: 0.7 } : first;
}

const isCanonical = (element: HtmlElement): boolean =>
  /(?:^|\s)canonical(?:$|\s)/i.test(attribute(element, "rel") ?? "");

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === "/" && search === "";
}
