import { hash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { endingOf } from "./compress-files.ts";

const mimeTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * The page may only send requests to its own host, whatever a dependency tries to load. The host's WebSocket address
 * is spelled out because `'self'` does not cover it in every browser.
 */
const contentSecurityPolicy = ({ origin }: URL): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${origin.replace(/^http/, "ws")} data: blob:`,
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ].join("; ");

/** A file as it travels. */
interface SentFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly encoding?: string;
}

/**
 * Serves a built Studio under `/studio`.
 *
 * Addresses without a file are pages of the Studio's own router and get `index.html`, which is asked for anew each time and
 * sent only if it has changed; a missing asset is a 404. Assets carry a hash in their name and are cached for good.
 * Files travel as the build has compressed them. Nothing outside the folder is ever read.
 *
 * @param outDir The folder that `buildStudio` wrote.
 * @returns A handler that takes a request and the encodings that its reader accepts, and answers `undefined` for
 * addresses that are not the Studio's.
 */
export function serveStudio(
  outDir: string,
): (request: Request, encodings?: readonly string[]) => Promise<Response | undefined> {
  return async (request, encodings = []) => {
    const address = new URL(request.url);
    const { pathname } = address;
    if (pathname !== "/studio" && !pathname.startsWith("/studio/")) return undefined;
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response("Method not allowed", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const path = pathname.slice("/studio/".length);
    const isAsset = path.startsWith("assets/");
    const asked = await readFileOf(outDir, path, encodings);
    const file = asked ?? (isAsset ? undefined : await readFileOf(outDir, "index.html", encodings));
    if (file === undefined) return new Response("Not found", { status: 404 });

    const { body, encoding } = file;
    const etag = `"${hash("sha256", body, "base64url")}"`;
    const headers = {
      "content-type": mimeTypes[asked ? extname(path) : ".html"] ?? "application/octet-stream",
      "cache-control": isAsset ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": contentSecurityPolicy(address),
      "x-content-type-options": "nosniff",
      etag,
      ...(encoding && { "content-encoding": encoding, vary: "Accept-Encoding" }),
    };
    // A browser names the tags that it was given; such a hash is in no other.
    if (request.headers.get("if-none-match")?.includes(etag)) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(request.method === "HEAD" ? null : body, {
      headers: { ...headers, "content-length": String(body.byteLength) },
    });
  };
}

/** A file as its reader likes it best, of those that the build has made. */
async function readFileOf(
  folder: string,
  path: string,
  encodings: readonly string[],
): Promise<SentFile | undefined> {
  for (const encoding of encodings) {
    const ending = endingOf.get(encoding);
    const body = ending && (await readInside(folder, `${path}${ending}`));
    if (body) return { body, encoding };
  }
  const body = await readInside(folder, path);
  return body && { body };
}

/** Reads a file of a folder; `undefined` when there is none, or when the path or a link leads out of the folder. */
async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = await realpath(join(folder, decodeURIComponent(path)));
    if (!file.startsWith((await realpath(folder)) + sep)) return undefined;
    return new Uint8Array(await readFile(file));
  } catch {
    // No such file, a folder, or an address that is not a path: a browser gets the same answer.
    return undefined;
  }
}
