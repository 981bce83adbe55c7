import type { MiddlewareHandler } from "hono";
import { type LakeError, plainError } from "./core/lake-error.ts";

/** What the guard reads of a request; a Node `IncomingMessage` is one. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers: {
    readonly host?: string | undefined;
    readonly origin?: string | undefined;
    readonly referer?: string | undefined;
    readonly "sec-fetch-site"?: string | undefined;
    readonly "sec-fetch-mode"?: string | undefined;
    readonly "sec-fetch-dest"?: string | undefined;
  };
}

const loopbackHost = /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Decides whether a request may reach the lake, so that no web page a user happens to visit can read or
 * write content: on this machine every accepted request counts as one of its own user's.
 *
 * - `Host` must be a loopback name, whatever its port: a foreign name there is DNS rebinding.
 * - `Origin`, which browsers send with every write, every cross-origin `fetch` and every WebSocket, must
 *   be absent or a loopback origin (a frontend's development server, say).
 * - Without `Origin`, a cross-site request (`<img>`, `<script>`, a frame) is accepted only from a loopback
 *   page; following a link is accepted from anywhere, to pages alone: see {@link isLinkFromElsewhere}.
 *
 * @returns The refusal, or `undefined` when the request may pass.
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function checkRequest(request: GuardedRequest): LakeError | undefined {
  const { host, origin, referer } = request.headers;
  if (host === undefined || !isThisMachine(host)) {
    const port = /:\d{1,5}$/.exec(host ?? "")?.[0] ?? "";
    return plainError(
      403,
      `Cannot serve host "${host ?? ""}": the lake answers only to the names of this machine, ` +
        `open http://localhost${port} instead`,
    );
  }
  if (origin !== undefined) {
    return mayUse(origin) ? undefined : foreignPage(origin);
  }
  if (request.headers["sec-fetch-site"] !== "cross-site" || isLinkFromElsewhere(request)) return undefined;
  const page = pageOf(referer);
  return page !== undefined && mayUse(page) ? undefined : foreignPage(page ?? "unknown");
}

/**
 * Whether somebody follows a link, or is sent, from a page that is not of this machine. A top-level navigation shows the
 * answer to the user, never to the page that held the link; but it can be made without being asked for, so it must reach
 * nothing but pages for people.
 */
export function isLinkFromElsewhere({ method, headers }: GuardedRequest): boolean {
  const site = headers["sec-fetch-site"];
  const page = pageOf(headers.referer);
  return (
    (method === "GET" || method === "HEAD") &&
    headers["sec-fetch-mode"] === "navigate" &&
    headers["sec-fetch-dest"] === "document" &&
    // An address that the user typed is "none".
    (site === undefined || !["none", "same-origin", "same-site"].includes(site)) &&
    !(page !== undefined && mayUse(page))
  );
}

/**
 * Hono middleware: refuses what {@link checkRequest} refuses, answers preflights, and lets the accepted
 * origin, and no other, read the answer.
 */
export function guard(): MiddlewareHandler {
  return async (context, next) => {
    const request = context.req.raw;
    const refusal = checkRequest(guardedRequest(request));
    if (refusal) return context.json(refusal.body, 403);
    const origin = request.headers.get("origin");
    if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
      return new Response(null, { status: 204, headers: preflightHeaders(request) });
    }
    await next();
    for (const [name, value] of Object.entries(corsHeaders(origin))) {
      // Another handler may have set `Vary` too.
      if (name === "Vary") context.res.headers.append(name, value);
      else context.res.headers.set(name, value);
    }
    return undefined;
  };
}

/** The guard's view of a fetch `Request`; one made by hand has no `Host` header, so its URL stands in. */
export function guardedRequest(request: Request): GuardedRequest {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  return {
    method: request.method,
    headers: {
      host: header("host") ?? new URL(request.url).host,
      origin: header("origin"),
      referer: header("referer"),
      "sec-fetch-site": header("sec-fetch-site"),
      "sec-fetch-mode": header("sec-fetch-mode"),
      "sec-fetch-dest": header("sec-fetch-dest"),
    },
  };
}

/**
 * CORS headers for an origin that the guard accepted, or for a request without one; credentials forbid the `*`
 * form. `Vary` always: a picture cached for an `<img>` must not answer a later `fetch` from another origin.
 */
function corsHeaders(origin: string | null): Readonly<Record<string, string>> {
  if (origin === null) return { Vary: "Origin" };
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Expose-Headers": "X-Sanity-Shard, X-Sanity-Warning, ETag, Retry-After, traceparent",
    Vary: "Origin",
  };
}

function preflightHeaders(request: Request): Readonly<Record<string, string>> {
  return {
    ...corsHeaders(request.headers.get("origin")),
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD",
    "Access-Control-Allow-Headers": request.headers.get("access-control-request-headers") ?? "",
    "Access-Control-Max-Age": "600",
  };
}

function pageOf(referer: string | undefined): string | undefined {
  return referer === undefined ? undefined : URL.parse(referer)?.origin;
}

function mayUse(origin: string): boolean {
  const host = /^https?:\/\/(.+)$/.exec(origin)?.[1];
  return host !== undefined && isThisMachine(host);
}

/** Not all that looks like a name and a port is an address: `localhost:99999`. */
function isThisMachine(host: string): boolean {
  return loopbackHost.test(host) && URL.canParse(`http://${host}`);
}

function foreignPage(origin: string): LakeError {
  return plainError(
    403,
    `Cannot answer a page of origin "${origin}": only pages served from this machine may use the lake, ` +
      `expected an origin such as http://localhost:3000`,
  );
}
