/**
 * The namespaces we read, with the prefix that our code uses for each. The formats' own namespaces have none: their
 * elements keep the names in the standards.
 */
const prefixByNamespace: Readonly<Record<string, string>> = {
  "http://www.w3.org/XML/1998/namespace": "xml",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/2005/Atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://search.yahoo.com/mrss/": "media",
  "http://search.yahoo.com/mrss": "media",
  "http://www.w3.org/2007/app": "app",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://wellformedweb.org/CommentAPI/": "wfw",
  "http://purl.org/rss/1.0/modules/slash/": "slash",
  "http://purl.org/rss/1.0/modules/syndication/": "sy",
  "http://purl.org/rss/1.0/": "",
  "http://my.netscape.com/rdf/simple/0.9/": "",
  "http://backend.userland.com/rss2": "",
  "http://iptc.org/std/nar/2006-10-01/": "",
  "http://iptc.org/std/NITF/2006-10-18/": "",
  "http://www.nitf.org/IPTC/NITF/3.2": "",
};

/** WordPress puts the version of its export format into two namespaces. */
const versionedNamespaces: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/, "excerpt"],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/$/, "wp"],
  [/^http:\/\/iptc\.org\/std\/NITF\//, ""],
];

/** Prefixes that feeds use without declaring them. */
export const undeclaredPrefixes: Readonly<Record<string, string>> = {
  atom: "http://www.w3.org/2005/Atom",
  dc: "http://purl.org/dc/elements/1.1/",
  content: "http://purl.org/rss/1.0/modules/content/",
  media: "http://search.yahoo.com/mrss/",
  feedburner: "http://rssnamespace.org/feedburner/ext/1.0",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  excerpt: "http://wordpress.org/export/1.2/excerpt/",
  wp: "http://wordpress.org/export/1.2/",
};

/** A name as resolved by the XML parser. */
export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
  /** Namespace; empty if there is none. */
  readonly uri: string;
}

/**
 * Returns the name that our code uses for an element or attribute: independent of the input's prefixes for namespaces
 * we know; as written for all others. Pure.
 */
export function canonicalName({ prefix, local, uri }: QualifiedName): string {
  const known = Object.hasOwn(prefixByNamespace, uri)
    ? prefixByNamespace[uri]
    : versionedNamespaces.find(([pattern]) => pattern.test(uri))?.[1];
  const used = known ?? prefix;
  return used === "" ? local : `${used}:${local}`;
}
