import fc from "fast-check";
import { text as textOf } from "node:stream/consumers";
import { expect, test } from "vitest";
import { decodeStream } from "../../../../importer/read/decode/decode-stream.ts";
import { encodeText } from "./encode-text.ts";
import { texts } from "./texts.ts";

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function read(bytes: Uint8Array, length: number, carrier?: string): Promise<string> {
  const decoded = await decodeStream(pieces(bytes, length), carrier);
  return decoded.kind === "text" ? await textOf(decoded.chunks) : decoded.problem.code;
}

/** Longer than what the encoding is told from. */
const timesFor = (text: string): number => Math.ceil(400_000 / text.length);
const long = (text: string): string => `${text}\n`.repeat(timesFor(text));

const cases = texts.flatMap(({ text, encodings }) => encodings.map((encoding) => ({ text, encoding })));

test.each(cases.filter((_, index) => index % 4 === 0))(
  "a long text in $encoding comes out whole, wherever it is cut",
  async ({ text, encoding }) => {
    const line = encodeText(`${text}\n`, encoding) ?? new Uint8Array();
    const bytes = Buffer.concat(Array.from({ length: timesFor(text) }, () => line));
    expect((await read(bytes, 9973)) === long(text)).toBe(true);
  },
);

test("a long text comes out whole in each form of Unicode, without its mark", async () => {
  const whole = long("École — 学校 🥖 مدرسة");
  const utf16 = Buffer.from(`\ufeff${whole}`, "utf16le");
  for (const bytes of [Buffer.from(whole), Buffer.from(`\ufeff${whole}`), utf16, Buffer.from(utf16).swap16()])
    expect((await read(bytes, 7919)) === whole).toBe(true);
});

test("a short text is decoded as if it had not come in pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 20 }),
      async (some, length) => {
        const text = `${some.replaceAll("\0", "")}.`;
        expect(await read(Buffer.from(text), length)).toBe(text);
      },
    ),
  );
  expect(await read(Buffer.from([0xc9, 0x74, 0xe9]), 1, "iso-8859-1")).toBe("Été");
  expect(await read(Buffer.from([0xc9, 0x74, 0xe9]), 1)).toBe("unknown-encoding");
});

test("a text that goes on in another encoding loses those characters only, and is not garbled", async () => {
  const bytes = Buffer.concat([Buffer.from(long("Plain words")), Buffer.from([0xc9, 0x74, 0xe9, 0, 0])]);
  expect((await read(bytes, 5000)).slice(-5)).toBe("\n\ufffdt\ufffd\ufffd");
});
