import { hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from "hono/compress";
import { acceptedEncodings, type Encoding } from "./accepted-encodings.ts";
import { isKnown } from "./if-none-match.ts";

/** Shorter answers take as long to compress as to send. */
const leastBytes = 8_192;

/** Longer ones are not held as a whole to be compressed. */
const mostBytes = 20_000_000;

/** The fastest level of each: the next ones take up to four times as long, for a tenth less. */
const compressors: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer<ArrayBuffer>>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 1 }),
};

const isText = (type: string): boolean =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === "application/x-ndjson";

/**
 * An answer as its reader would rather have it: not at all, if it is one to be asked for again (`Cache-Control: no-cache`) and
 * the reader has it; compressed, if that pays and the reader takes it. Node does it in threads of its own.
 */
export async function compressed(request: Request, answer: Response): Promise<Response> {
  const length = Number(answer.headers.get("content-length") ?? 0);
  const isCompressible =
    length >= leastBytes &&
    length <= mostBytes &&
    answer.status === 200 &&
    !answer.headers.has("content-encoding") &&
    // Parts of a file are told by their place in what is sent.
    !answer.headers.has("accept-ranges") &&
    isText(answer.headers.get("content-type") ?? "");
  if (!isCompressible) return answer;

  const headers = new Headers(answer.headers);
  headers.append("vary", "Accept-Encoding");
  if (!answer.body) return new Response(null, { headers });
  const bytes = await answer.bytes();
  if (headers.get("cache-control") === "no-cache") {
    // It stands for what is said, not for the bytes that say it.
    const etag = `W/"${hash("sha1", bytes, "base64url")}"`;
    headers.set("etag", etag);
    if (isKnown(request.headers.get("if-none-match"), etag)) {
      headers.delete("content-length");
      return new Response(null, { status: 304, headers });
    }
  }
  const [encoding] = acceptedEncodings(request.headers.get("accept-encoding"));
  if (!encoding) return new Response(bytes, { headers });
  const body = await compressors[encoding](bytes);
  headers.set("content-encoding", encoding);
  headers.set("content-length", String(body.byteLength));
  return new Response(body, { headers });
}
