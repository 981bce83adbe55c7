/**
 * An id that no other provider uses: as it is where it says itself who gave it (an address, a URN, a tag); else with
 * the name of its authority before it, since "12345" is a story of everybody's. Pure.
 */
export const globalId = (id: string, authority: string | undefined): string =>
  authority === undefined || /^(?:https?|tag|urn|oai|doi|newsml|uuid):/i.test(id) ? id : `${authority}:${id}`;

/** The host of an address, which is whom ids of a site belong to. Pure. */
export const authorityOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : URL.parse(address)?.hostname.replace(/^www\./, "") || undefined;
