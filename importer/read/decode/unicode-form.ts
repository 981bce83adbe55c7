/** A Unicode encoding, and the length of its byte-order mark; 0 without one. */
export interface UnicodeForm {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly markBytes: number;
}

/** Recognises the byte-order mark, or the NUL bytes that only UTF-16 has. `undefined` for anything else. Pure. */
export function unicodeFormOf(bytes: Uint8Array): UnicodeForm | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  return unmarkedUtf16(bytes);
}

const sampleBytes = 64 * 1024;

/**
 * UTF-16 without a mark: NUL bytes occur in one half of the 16-bit units and never in the other. Arabic text has them
 * only in spaces and digits, so their share is small, but they are all on one side.
 */
function unmarkedUtf16(bytes: Uint8Array): UnicodeForm | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  if (!sample.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < Math.max(2, sample.length * 0.03)) return undefined;
  return { encoding: odd > 0 ? "utf-16le" : "utf-16be", markBytes: 0 };
}
