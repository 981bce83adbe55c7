import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from "hono/compress";
import { acceptedEncodings, type Encoding } from "./accepted-encodings.ts";

/** Shorter answers take as long to compress as to send. */
const leastBytes = 8_192;

/** Longer ones are not held as a whole to be compressed. */
const mostBytes = 100_000_000;

/** The fastest level of each: the next ones take up to four times as long, for a tenth less. */
const compressors: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer<ArrayBuffer>>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 1 }),
};

const isText = (type: string): boolean =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === "application/x-ndjson";

/**
 * An answer as its reader would rather have it: compressed, if that pays and the reader takes it. Node does it in threads of
 * its own.
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
  const [encoding] = acceptedEncodings(request.headers.get("accept-encoding"));
  if (!encoding || !answer.body) return new Response(answer.body, { headers });
  const body = await compressors[encoding](await answer.bytes());
  headers.set("content-encoding", encoding);
  headers.set("content-length", String(body.byteLength));
  return new Response(body, { headers });
}
