import { toProblem, type ProblemCode } from "../problems.ts";
import type { Problem } from "../../schemas/index.ts";

/** The text of an input, or the reason why it has none. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unusable"; readonly outcome: "failed" | "skipped"; readonly problem: Problem };

/**
 * Decodes the bytes of a story: strictly UTF-8, without byte-order mark, with LF line ends. Pure.
 *
 * An input without any text is skipped, since nothing is wrong with the run; whatever holds something that
 * cannot be read fails.
 */
export function decodeStory(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return skipped("empty-input", "The file is empty");
  if (isUtf16(bytes)) return failed("utf-16", "The file is in UTF-16, not in UTF-8");
  if (isBinary(bytes)) return failed("binary-input", "The file is binary, not plain text");
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failed("nul-byte", `The file holds a NUL byte, the first at byte ${nul + 1}`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return failed("invalid-utf8", "The file is not valid UTF-8");
  }
  if (!visible.test(text)) return skipped("blank-input", "The file holds blank lines only");
  return { kind: "text", text: text.replace(/\r\n?/g, "\n") };
}

/** A character that a reader can see: no white space, no control and no format character. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

const failed = (code: ProblemCode, message: string): Decoded => ({
  kind: "unusable",
  outcome: "failed",
  problem: toProblem(code, message),
});

const skipped = (code: ProblemCode, message: string): Decoded => ({
  kind: "unusable",
  outcome: "skipped",
  problem: toProblem(code, message),
});

const sampleBytes = 64 * 1024;

/** A UTF-16 byte-order mark, or NUL bytes that fill one half of the 16-bit units and never the other. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, sampleBytes);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  // Text in Arabic has NUL only beside spaces and digits, so the share is small; but it is all on one side.
  return Math.min(even, odd) === 0 && Math.max(even, odd) >= Math.max(2, sample.length * 0.03);
}

/** First bytes of the formats that are taken for text most often (IANA media types registry). */
const signatures = [
  "%PDF-",
  "\x89PNG\r\n",
  "\xff\xd8\xff",
  "GIF8",
  "PK\x03\x04",
  "\x1f\x8b",
  "\x7fELF",
  "\xd0\xcf\x11\xe0",
];

function isBinary(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join("");
  if (signatures.some((signature) => start.startsWith(signature))) return true;
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls > sample.length * 0.05 && controls > 8;
}

const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
