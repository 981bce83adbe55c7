import type { Html } from "../queries/index.ts";
import {
  articleBySlug,
  articlesBySource,
  latestArticles,
  QueryResultError,
  sourceById,
  type QueryClient,
} from "../queries/index.ts";
import { pageSize } from "./article-list.ts";
import { articlePage } from "./article-page.ts";
import { listPage } from "./list-page.ts";
import { messagePage } from "./message-page.ts";
import { sourcePage } from "./source-page.ts";
import { readFont, readStyleSheet } from "./static-files.ts";

/** These pages run no script and load nothing from other hosts; `data:` is the empty favicon. */
const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-cache",
};

/**
 * An example frontend under `/read`: the latest articles, one article (`/read/<slug>`), the articles of a source
 * (`/read/sources/<id>`), rendered from the named queries on each request.
 *
 * The handler returns undefined for every path that is not its own. Pictures are requested from the server that
 * serves the pages.
 */
export function renderFrontend(options: {
  readonly client: QueryClient;
}): (request: Request) => Promise<Response | undefined> {
  const { client } = options;

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== "/read" && !pathname.startsWith("/read/")) return undefined;
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const response = await answer(segmentsOf(pathname), {
      limit: pageSize,
      cursor: searchParams.get("from"),
    });
    return request.method === "HEAD" ? new Response(null, response) : response;
  };

  async function answer(path: readonly string[] | undefined, page: AskedPage): Promise<Response> {
    try {
      if (path === undefined) return notFound();
      const [first, second, ...rest] = path;
      if (rest.length > 0) return notFound();
      if (first === undefined) return await latest(page);
      if (second === undefined) return await story(first);
      if (first === "sources") return await source(second, page);
      if (first === "assets" && second === "style.css") return await styleSheet();
      if (first === "fonts") return await font(second);
      return notFound();
    } catch (error) {
      if (error instanceof QueryResultError)
        return respond(messagePage("Cannot show this page", error.message), 500);
      throw error;
    }
  }

  async function latest(page: AskedPage): Promise<Response> {
    return respond(listPage({ ...(await latestArticles(client, page)), path: "/read" }));
  }

  async function story(slug: string): Promise<Response> {
    const article = await articleBySlug(client, { slug });
    return article === null ? notFound() : respond(articlePage(article));
  }

  async function source(sourceId: string, page: AskedPage): Promise<Response> {
    const [found, list] = await Promise.all([
      sourceById(client, { sourceId }),
      articlesBySource(client, { sourceId, ...page }),
    ]);
    if (found === null) return notFound();
    return respond(sourcePage(found, { ...list, path: `/read/sources/${encodeURIComponent(sourceId)}` }));
  }
}

/** Which page of a list is asked for. */
interface AskedPage {
  readonly limit: number;
  readonly cursor: string | null;
}

/** Decoded path segments after `/read`; undefined when the path cannot be decoded. */
function segmentsOf(pathname: string): readonly string[] | undefined {
  try {
    return pathname
      .split("/")
      .filter((segment) => segment !== "")
      .slice(1)
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const respond = (page: Html, status = 200): Response => sized(String(page), pageHeaders, status);

/** Whoever serves a text may compress it if it says how long it is. */
function sized(text: string, headers: Readonly<Record<string, string>>, status = 200): Response {
  const bytes = new TextEncoder().encode(text);
  return new Response(bytes, { status, headers: { ...headers, "content-length": String(bytes.byteLength) } });
}

const notFound = (): Response =>
  respond(messagePage("Page not found", "There is no published story at this address."), 404);

const styleSheet = async (): Promise<Response> =>
  sized(await readStyleSheet(), { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" });

async function font(name: string): Promise<Response> {
  const bytes = await readFont(name);
  if (bytes === undefined) return notFound();
  return new Response(bytes, { headers: { "content-type": "font/woff2", "cache-control": "max-age=86400" } });
}
