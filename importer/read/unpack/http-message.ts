import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { headerBlockOf, type HeaderBlock } from "./header-block.ts";
import { UnpackError } from "./unpack-error.ts";

/** A server's response, as a web archive stores it. */
export interface HttpMessage {
  readonly status: number;
  readonly fields: HeaderBlock["fields"];
  /** As received, still in the encodings that the fields name. */
  readonly payload: Buffer;
}

/** Reads the head of a response; `undefined` if there is none. Pure. */
export function httpMessageOf(block: Buffer): HttpMessage | undefined {
  const [end, length] = headEnd(block);
  const { start, fields } = headerBlockOf(block.subarray(0, end));
  const [, status] = /^HTTP\/[\d.]+ (\d{3})\b/.exec(start) ?? [];
  if (status === undefined) return undefined;
  return { status: Number(status), fields, payload: block.subarray(end + length) };
}

function headEnd(block: Buffer): readonly [end: number, length: number] {
  const end = block.indexOf("\r\n\r\n");
  if (end >= 0) return [end, 4];
  const bare = block.indexOf("\n\n");
  return bare >= 0 ? [bare, 2] : [block.length, 0];
}

/**
 * Returns the body of a response without its transfer and content encodings. Many archives store the decoded body with
 * the original header fields, so an encoding that the bytes do not show counts as already undone.
 *
 * @throws {UnpackError} When the body is damaged, larger than the limit, or in an unsupported encoding.
 */
export async function bodyOf({ fields, payload }: HttpMessage, limitBytes: number): Promise<Buffer> {
  const isChunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  let body = isChunked ? joinedChunks(payload) : payload;
  const encodings = (fields.get("content-encoding") ?? "").toLowerCase().split(/[\s,]+/);
  for (const encoding of encodings.filter((name) => name !== "" && name !== "identity").reverse())
    body = await undone(encoding, body, limitBytes);
  return body;
}

async function undone(encoding: string, body: Buffer, limitBytes: number): Promise<Buffer> {
  const options = { maxOutputLength: limitBytes };
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return isGzip ? await promisify(gunzip)(body, options) : body;
      case "deflate":
        // Servers send it with or without the zlib header, and archives may store it decoded.
        return await inflated(body, options);
      case "br":
        return await promisify(brotliDecompress)(body, options).catch(orText(body));
      case "zstd":
        return body.readUInt32LE(0) === 0xfd2fb528 ? await promisify(zstdDecompress)(body, options) : body;
      default:
        throw new UnpackError(
          "damaged-archive",
          `The page is encoded as "${encoding}", which is not supported`,
        );
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      throw new UnpackError("too-large", `The page unpacks to more than ${limitBytes / 1e6} MB`, error);
    throw UnpackError.from(error, "The page is damaged");
  }
}

async function inflated(body: Buffer, options: { maxOutputLength: number }): Promise<Buffer> {
  // A zlib header: method 8, and both bytes together a multiple of 31.
  const hasHeader = body.length > 1 && ((body[0] ?? 0) & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;
  return hasHeader
    ? await promisify(inflate)(body, options)
    : await promisify(inflateRaw)(body, options).catch(orText(body));
}

/** These encodings have no signature: if decoding fails and the bytes are text, they were already decoded. */
const orText =
  (body: Buffer) =>
  (error: unknown): Buffer => {
    const isTooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    if (!isTooLong && /^\s*[<\w]/.test(body.subarray(0, 64).toString("latin1")) && !body.includes(0))
      return body;
    throw error;
  };

/** Joins the chunks of a chunked body; a body that does not start with a chunk is returned as it is. */
function joinedChunks(payload: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = payload.indexOf("\r\n", at);
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(
      payload.toString("latin1", at, Math.min(end, at + 200)),
    )?.[1];
    if (end < 0 || size === undefined) {
      if (at === 0) return payload;
      throw new UnpackError("damaged-archive", "The page is damaged: one of its chunks has no length");
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    const start = end + 2;
    if (start + length > payload.length)
      throw new UnpackError("damaged-archive", "The page is damaged: its last chunk is cut off");
    parts.push(payload.subarray(start, start + length));
    at = start + length + 2;
  }
}
