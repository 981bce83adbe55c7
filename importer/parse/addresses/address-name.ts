import { canonicalAddress } from "./canonical-address.ts";

/**
 * What an address is called whichever of its spellings is used: `http` or `https`, with or without `www`, with a
 * slash at the end, a fragment, tracking parameters or a default port. `undefined` for what is no web address. Pure.
 *
 * Everything else tells two addresses apart: path, parameters, and a fragment by which a page finds its story.
 */
export function addressName(written: string): string | undefined {
  const address = canonicalAddress(written);
  return address?.replace(/^https?:\/\/(?:www\.)?/, "").replace(escaped, unescaped);
}

/** The spellings of an address that name the same page, in the form of `canonicalAddress`. Pure. */
export function addressSpellings(address: string): string[] {
  const [, host] = /^https?:\/\/(?:www\.)?(.*)$/su.exec(address) ?? [];
  return host === undefined
    ? [address]
    : ["https://", "http://", "https://www.", "http://www."].map((start) => start + host);
}

const escaped = /%[0-9a-f]{2}/gi;

/** Characters that never need to be escaped are the same escaped; the rest is escaped in upper case (RFC 3986, 6.2.2). */
function unescaped(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : code.toUpperCase();
}
