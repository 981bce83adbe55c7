/**
 * Returns an id that no other provider uses. An id that already names its authority (an address, a URN, a tag) is
 * kept; any other is prefixed with its authority, since every provider may have a story "12345". Pure.
 */
export const globalId = (id: string, authority: string | undefined): string =>
  authority === undefined || /^(?:https?|tag|urn|oai|doi|newsml|uuid):/i.test(id) ? id : `${authority}:${id}`;

/** The host of an address, which owns the site's ids. Pure. */
export const authorityOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : URL.parse(address)?.hostname.replace(/^www\./, "") || undefined;
