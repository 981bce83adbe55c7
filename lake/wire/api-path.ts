/** The part of a request's path that routes match, and the API version in front of it. */
export interface ApiPath {
  /** Without the version segment, without repeated slashes, and in the project-free form. */
  readonly path: string;
  /** `2025-02-19`, `1` or `X`; a path without a version counts as `1`. */
  readonly apiVersion: string;
}

/**
 * Reads a request's URL the way the hosted API does. Total: a target that is no URL has the path `/`.
 *
 * wire: @sanity/migrate sends `//v2024-01-29/data/export/…`; clients with a `resource` send
 * `/projects/{p}/datasets/{d}/query` for `/data/query/{d}` (@sanity/client 7.28 src/data/dataMethods).
 *
 * @param target An absolute URL, or the path and query that stand in the request line.
 */
export function readApiPath(target: string): ApiPath {
  // In front of a path, any host makes a URL of it; `//x` by itself would be read as a host.
  const { pathname } = URL.parse(target.startsWith("/") ? `http://lake${target}` : target) ?? {
    pathname: "/",
  };
  const collapsed = pathname.replace(/\/{2,}/g, "/");
  const versioned = /^\/v(\d{4}-\d{2}-\d{2}|1|X)(?=\/|$)/i.exec(collapsed);
  const rest = versioned ? collapsed.slice(versioned[0].length) || "/" : collapsed;
  const path = rest.replace(
    /^\/projects\/[^/]+\/datasets\/([^/]+)\/(query|mutate|doc|listen|actions|export|history|live\/events)(?=\/|$)/,
    "/data/$2/$1",
  );
  return { path, apiVersion: versioned?.[1]?.toUpperCase() ?? "1" };
}
