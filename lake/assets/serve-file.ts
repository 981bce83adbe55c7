import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { contentTypeOf } from "./content-type.ts";
import { isKnown } from "../wire/if-none-match.ts";
import { streamOf } from "./stream-of.ts";

/** A file to be sent, and what its reader must know about it. */
export interface ServedFile {
  readonly path: string;
  /** Stands for the content: the same tag never names other bytes. */
  readonly tag: string;
  /** As whoever uploaded it put it. */
  readonly mimeType: unknown;
  /** Name for "save as"; with it the browser saves the file instead of showing it. */
  readonly downloadName?: string | undefined;
  readonly variesByAccept?: boolean;
}

/**
 * Sends a file that never changes: cacheable for ever, conditional (`If-None-Match`), in part (`Range`, which
 * players of sound and video need), and without a body for HEAD.
 *
 * Uploads are other people's content under the Studio's origin. So nothing is sniffed, and every type that could run
 * a script (SVG, HTML, XML) is sandboxed.
 *
 * @returns `undefined` when there is no such file.
 */
export async function serveFile(request: Request, file: ServedFile): Promise<Response | undefined> {
  const sizeBytes = await stat(file.path).then(
    ({ size }) => size,
    () => undefined,
  );
  if (sizeBytes === undefined) return undefined;
  const headers = new Headers(headersOf(file));
  if (isKnown(request.headers.get("if-none-match"), `"${file.tag}"`)) {
    return new Response(null, { status: 304, headers });
  }
  const range = parseRange(request.headers.get("range"), sizeBytes);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  headers.set("Content-Length", String(end - start + 1));
  if (range) headers.set("Content-Range", `bytes ${start}-${end}/${sizeBytes}`);
  const isEmpty = request.method === "HEAD" || sizeBytes === 0;
  const body = isEmpty ? null : streamOf(createReadStream(file.path, { start, end }));
  return new Response(body, { status: range ? 206 : 200, headers });
}

function headersOf({ tag, mimeType, downloadName, variesByAccept }: ServedFile): Record<string, string> {
  const { header, isInert } = contentTypeOf(mimeType);
  return {
    "Content-Type": header,
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: `"${tag}"`,
    "Accept-Ranges": "bytes",
    "X-Content-Type-Options": "nosniff",
    ...(isInert
      ? {}
      : {
          "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        }),
    ...(downloadName === undefined ? {} : { "Content-Disposition": attachment(downloadName) }),
    ...(variesByAccept ? { Vary: "Accept" } : {}),
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc6266 for the two spellings: ASCII for old clients, UTF-8 for the rest. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

interface ByteRange {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/** Several ranges at once, or another unit, are answered with the whole, as RFC 9110 14.2 allows. */
function parseRange(header: string | null, sizeBytes: number): ByteRange | "unsatisfiable" | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (first !== "" && last !== "" && Number(last) < start) return undefined;
  return start > end ? "unsatisfiable" : { start, end };
}
