/** First bytes of the formats most often mistaken for text (IANA media types registry). */
const signatures = [
  "%PDF-",
  "\x89PNG\r\n",
  "\xff\xd8\xff",
  "GIF8",
  "RIFF",
  "II*\0",
  "MM\0*",
  "PK\x03\x04",
  "\x1f\x8b",
  "\x7fELF",
  "\xd0\xcf\x11\xe0",
];

/** How many bytes are examined; a picture does not start like a story. */
const sampleBytes = 64 * 1024;

/** Whether bytes are not text in any encoding: a picture, a program, an office document. Pure. */
export function isBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (signatures.some((signature) => start.startsWith(signature))) return true;
  const sample = bytes.subarray(0, sampleBytes);
  let controls = 0;
  // A loop: this runs for every byte of every story, and a call for each costs more than decoding it.
  for (let at = 0; at < sample.length; at += 1) controls += isControl[sample[at] ?? 0] ?? 0;
  return controls > sample.length * 0.05 && controls > 8;
}

/** 1 for each control that no text has: all but tab, line feed, form feed, carriage return and escape. */
const isControl = Uint8Array.from({ length: 0x100 }, (_, byte) =>
  byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte) ? 1 : 0,
);
