import { UnpackError } from "../unpack/unpack-error.ts";
import { declaredEncodings } from "./declared-encodings.ts";
import { decodeText, type DecodedText } from "./decode-text.ts";
import { unicodeFormOf } from "./unicode-form.ts";

/** A text that is decoded as it arrives, or the reason why it cannot be. */
export type DecodedStream =
  | {
      readonly kind: "text";
      /** Without byte-order mark, with the original line ends. Rejects where the bytes are not in the encoding. */
      readonly chunks: AsyncIterable<string>;
      readonly encoding: string;
    }
  | Extract<DecodedText, { kind: "unusable" }>;

/** Enough to determine the encoding. */
const headBytes = 256 * 1024;

/**
 * Decodes a text that may be too long to hold in memory, such as a table with a year of stories. Its first 256 KiB
 * determine the encoding by the rules of {@link decodeText}; if later bytes are not in it, the chunks reject with an
 * `UnpackError`, and nothing is garbled.
 *
 * @param carrier Character set declared by the carrier.
 */
export async function decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  carrier?: string,
): Promise<DecodedStream> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let isWhole = false;
  for (let length = 0; length < headBytes;) {
    const { done, value } = await iterator.next();
    if (done) {
      isWhole = true;
      break;
    }
    parts.push(value);
    length += value.byteLength;
  }
  const head = Buffer.concat(parts);
  const told = decodeText(isWhole ? head : wholeLines(head), declaredEncodings(head, carrier));
  if (told.kind === "unusable") {
    await iterator.return?.();
    return told;
  }
  return { kind: "text", encoding: told.encoding, chunks: decoded(head, iterator, told.encoding) };
}

/** Cuts the head after a line feed, which is never part of another character; UTF-16 has units of two bytes. */
function wholeLines(head: Buffer): Buffer {
  if (unicodeFormOf(head)?.encoding.startsWith("utf-16")) return head.subarray(0, lastUtf16LineEnd(head));
  return head.subarray(0, head.lastIndexOf("\n") + 1 || head.length);
}

function lastUtf16LineEnd(head: Buffer): number {
  for (let at = head.length - (head.length % 2) - 2; at >= 0; at -= 2) {
    const pair = head.readUInt16LE(at);
    if (pair === 0x000a || pair === 0x0a00) return at + 2;
  }
  return head.length;
}

async function* decoded(
  head: Buffer,
  rest: AsyncIterator<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    yield decode(decoder, head);
    for (let step = await rest.next(); !step.done; step = await rest.next())
      yield decode(decoder, step.value);
    yield decode(decoder);
  } finally {
    await rest.return?.();
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    const message = `The file starts as ${decoder.encoding}, but not all of it is valid`;
    throw new UnpackError("unknown-encoding", message, cause);
  }
}
