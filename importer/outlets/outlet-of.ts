import { resolve, sep } from "node:path";
import { toSlug } from "../../schemas/slugify.ts";
import { authorityOf } from "../parse/addresses/global-id.ts";

/** The outlet that a story comes from. */
export interface Outlet {
  /** Fit for an id: a host, or the slug of a folder's name. */
  readonly key: string;
  /** As people know it. */
  readonly name: string;
}

/** Where a story was found, as far as it tells the outlet. */
export interface OutletSigns {
  /** Its own address. */
  readonly address?: string | undefined;
  /** Path below the import root. */
  readonly place?: string | undefined;
  /** The imported folder. */
  readonly root?: string | undefined;
}

/**
 * The outlet of a story: the host of its address; else its folder, whichever folder above it was imported. Folders named
 * by a date or a number, and the endings of archives, say nothing. `undefined` for a story without either, such as one
 * from standard input.
 */
export function outletOf({ address, place, root }: OutletSigns): Outlet | undefined {
  const host = authorityOf(address);
  if (host !== undefined && hostName.test(host)) return { key: host, name: host };
  const folder = `${root ?? ""}\0${(place ?? "").replace(/[^/!]*$/u, "")}`;
  if (!known.has(folder)) {
    if (known.size >= mostKnown) known.clear();
    known.set(folder, ofFolder(folder));
  }
  return known.get(folder);
}

/** Many stories lie in one folder. */
const known = new Map<string, Outlet | undefined>();
const mostKnown = 1_000;

function ofFolder(folder: string): Outlet | undefined {
  const [root = "", below = ""] = folder.split("\0");
  const above = root === "" ? [] : resolve(root).split(sep);
  for (const segment of [...above, ...below.split(/[/!]/u)].toReversed()) {
    if (packedFile.test(segment)) continue;
    const name = segment.replace(archive, "").replace(dated, "").trim();
    const key = toSlug(name);
    if (key !== "" && /\p{L}/u.test(name)) return { key, name };
  }
  return undefined;
}

const hostName = /^[a-z0-9]+(?:[.-]+[a-z0-9]+)*$/;
const archive = /\.(?:zip|tar|tar\.gz|tgz)$/i;
/** What holds one file, or pages with addresses of their own. */
const packedFile = /(?<!\.tar)\.(?:gz|warc|wet)$/i;
/** "wire-2024-03-04", "2024_03"; but "Channel4". */
const dated = /(?:^|[\s._-]+)\d[\d\s._-]*$/;
