import type { ByteReader } from "./byte-reader.ts";
import { headerBlockOf, type HeaderBlock } from "./header-block.ts";
import { bodyOf, httpMessageOf } from "./http-message.ts";
import { UnpackError } from "./unpack-error.ts";
import type { WebCapture } from "./unpacked.ts";
import { readRewrittenBlock } from "./rewritten-block.ts";
import { webCaptureOf } from "./web-capture.ts";

/** One record of a web archive. */
export type WarcRecord =
  | { readonly kind: "page"; readonly web: WebCapture; readonly bytes: Uint8Array }
  /** Not a story; `what` is its kind, for the count. */
  | { readonly kind: "passed-over"; readonly what: string }
  | { readonly kind: "bad"; readonly error: UnpackError; readonly url?: string };

/** Reads the record that starts here. Afterwards the reader is after it, or at the start of the next one found. */
export async function readWarcRecord(reader: ByteReader, maxRecordBytes: number): Promise<WarcRecord> {
  const head = (await isAtRecord(reader)) ? await reader.readUntil(blankLines, maxHeadBytes) : undefined;
  const { fields } = headerBlockOf(head ?? Buffer.alloc(0));
  const length = Number(fields.get("content-length") ?? NaN);
  if (!Number.isSafeInteger(length) || length < 0) {
    if (head === undefined) await reader.skip(1);
    await skipToNextRecord(reader);
    return bad("The archive is damaged: a record should start here, but there is none");
  }
  const type = (fields.get("warc-type") ?? "").toLowerCase();
  if (type !== "response" && type !== "conversion" && type !== "resource")
    return await passOver(reader, length, /^[a-z]+$/.test(type) ? type : "other record");
  const web = webCaptureOf(fields);
  if (!web) return await passOver(reader, length, `${type} without a web address`);
  const { url } = web;
  if (length > maxRecordBytes) {
    await reader.skip(length);
    const message = `The record is larger than ${maxRecordBytes / 1e6} MB`;
    return { kind: "bad", url, error: new UnpackError("too-large", message) };
  }
  const isRewritten = head?.includes("\r") === false;
  const block = await (isRewritten
    ? readRewrittenBlock(reader, length, maxRecordBytes)
    : readBlock(reader, length));
  if (block === undefined) return bad("The archive ends in the middle of a record", url);
  if (!(await endsHere(reader))) {
    await skipToNextRecord(reader);
    return bad("The record is damaged: it is longer than it declares", url);
  }
  if (fields.has("warc-truncated")) return bad("The page was cut off when it was fetched", url);
  if (type === "response") return await pageOf(fields, block, maxRecordBytes, url);
  return type === "conversion" || isTextual(web.mediaType)
    ? { kind: "page", web, bytes: block }
    : { kind: "passed-over", what: `${type} that is not text` };
}

/** The blank line that ends a head; the standard has CRLF, and many tools write LF. */
const blankLines = ["\n\r\n", "\n\n"];

/** The block of a record; `undefined` if the archive ends in it. */
async function readBlock(reader: ByteReader, length: number): Promise<Buffer | undefined> {
  const block = await reader.read(length);
  return block.length < length ? undefined : block;
}

const maxHeadBytes = 64 * 1024;

/** The page in a server's response, if the status is 200 and it is text. */
async function pageOf(
  fields: HeaderBlock["fields"],
  block: Buffer,
  maxBytes: number,
  url: string,
): Promise<WarcRecord> {
  const answer = httpMessageOf(block);
  if (!answer) return { kind: "passed-over", what: "response of another protocol" };
  if (answer.status !== 200) return { kind: "passed-over", what: `response with status ${answer.status}` };
  const web = webCaptureOf(fields, answer.fields);
  if (!web || !isTextual(web.mediaType)) return { kind: "passed-over", what: "response that is not text" };
  try {
    return { kind: "page", web, bytes: await bodyOf(answer, maxBytes) };
  } catch (error) {
    return { kind: "bad", url, error: UnpackError.from(error, "The page is damaged") };
  }
}

/** Without a declared type it may be text. */
const isTextual = (mediaType: string | undefined): boolean =>
  mediaType === undefined ||
  /^text\/(?!css|javascript)|^application\/(?:[\w.+-]+\+)?(?:xml|json)$/.test(mediaType);

async function passOver(reader: ByteReader, length: number, what: string): Promise<WarcRecord> {
  const isWhole = (await reader.skip(length)) === length;
  return isWhole ? { kind: "passed-over", what } : bad("The archive ends in the middle of a record");
}

/** Whether the record ends here, with the blank line that follows each record; some writers omit it. */
async function endsHere(reader: ByteReader): Promise<boolean> {
  const next = (await reader.peek(5)).toString("latin1");
  return next === "" || next.startsWith("\r\n") || next.startsWith("\n") || next === "WARC/";
}

const isAtRecord = async (reader: ByteReader): Promise<boolean> =>
  (await reader.peek(5)).toString("latin1") === "WARC/";

async function skipToNextRecord(reader: ByteReader): Promise<void> {
  if (await isAtRecord(reader)) return;
  if (await reader.skipTo("\nWARC/1.")) await reader.skip(1);
}

const bad = (message: string, url?: string): WarcRecord => ({
  kind: "bad",
  error: new UnpackError("damaged-archive", message),
  ...(url === undefined ? {} : { url }),
});
