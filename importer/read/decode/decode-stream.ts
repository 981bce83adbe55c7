import { declaredEncodings } from "./declared-encodings.ts";
import { decodeDamaged, markLost } from "./decode-damaged.ts";
import { type DecodedText, decodeText } from "./decode-text.ts";
import { unicodeFormOf } from "./unicode-form.ts";

/** A text that is decoded as it arrives, or the reason why it cannot be. */
export type DecodedStream =
  | {
      readonly kind: "text";
      /** Without byte-order mark, with the original line ends. What cannot be decoded is a `\ufffd`. */
      readonly chunks: AsyncIterable<string>;
      readonly encoding: string;
      /** See `DamagedText`. */
      readonly isSure: boolean;
    }
  | Extract<DecodedText, { kind: "unusable" }>;

/** Enough to determine the encoding. */
const headBytes = 256 * 1024;

/**
 * Decodes a text that may be too long to hold in memory, such as a table with a year of stories. Its first 256 KiB
 * determine the encoding by the rules of {@link decodeText}; later bytes that are not in it become `\ufffd`, and
 * nothing is garbled.
 *
 * @param carrier Character set declared by the carrier.
 * @param encoding As `told` of {@link decodeText}.
 */
export async function decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  carrier?: string,
  encoding?: string,
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
  const known = isWhole ? head : wholeLines(head);
  const declared = declaredEncodings(head, carrier);
  const told = decodeText(known, declared, encoding);
  if (told.kind === "text") return textOf(told.encoding, true);
  const damaged = decodeDamaged(known, declared, encoding);
  if (damaged !== undefined) return textOf(damaged.encoding, damaged.isSure);
  await iterator.return?.();
  return told;

  function textOf(name: string, isSure: boolean): DecodedStream {
    return { kind: "text", encoding: name, isSure, chunks: decoded(head, iterator, name) };
  }
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
  const decoder = new TextDecoder(encoding);
  const decode = (bytes?: Uint8Array): string =>
    markLost(decoder.decode(bytes, { stream: bytes !== undefined }), encoding);
  try {
    yield decode(head);
    for (let step = await rest.next(); !step.done; step = await rest.next()) yield decode(step.value);
    yield decode();
  } finally {
    await rest.return?.();
  }
}
