import { toProblem } from "../../../problems.ts";
import type { Problem } from "../../../../schemas/index.ts";
import { isObject } from "../../fields/json-values.ts";
import type { DataRecord } from "../../mapping/field-at.ts";

/** One non-blank line of an NDJSON file. */
export type NdjsonLine = {
  /** Counted from 1. */
  readonly line: number;
  /** Offset of the line in the file. */
  readonly byteOffset: number;
} & (
  | { readonly kind: "record"; readonly record: DataRecord }
  | { readonly kind: "problem"; readonly problem: Problem }
);

/** The longest line that is read: as long as any story may be. */
const maxLineBytes = 10_000_000;

/**
 * Reads NDJSON in UTF-8 line by line from a stream, one line in memory at a time.
 *
 * A line that is not a JSON object, is not UTF-8 or is too long is a problem, and reading continues. Chunks may be
 * cut anywhere, even within a character: lines are split as bytes. Pure except for the stream, whose errors it passes
 * on.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number = maxLineBytes,
): AsyncGenerator<NdjsonLine, void, undefined> {
  const lines = new Lines(limitBytes);
  for await (const chunk of chunks) yield* lines.take(chunk);
  yield* lines.end();
}

/** Like {@link readNdjson}, for a text already in memory. */
export function* ndjsonLines(
  text: string,
  limitBytes: number = maxLineBytes,
): Generator<NdjsonLine, void, undefined> {
  const lines = new Lines(limitBytes);
  yield* lines.take(Buffer.from(text));
  yield* lines.end();
}

class Lines {
  readonly #limitBytes: number;
  #parts: Uint8Array[] = [];
  #length = 0;
  #line = 1;
  #lineStart = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  *take(chunk: Uint8Array): Generator<NdjsonLine, void, undefined> {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      this.#keep(chunk.subarray(start, end));
      yield* this.end();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  /** The part of the line received so far is the line. */
  *end(): Generator<NdjsonLine, void, undefined> {
    const where = { line: this.#line, byteOffset: this.#lineStart };
    const bytes = this.#length > this.#limitBytes ? undefined : Buffer.concat(this.#parts);
    this.#line += 1;
    this.#lineStart += this.#length + 1;
    this.#parts = [];
    this.#length = 0;
    const read = bytes === undefined ? tooLong(where.line, this.#limitBytes) : readLine(bytes, where.line);
    if (read) yield { ...where, ...read };
  }

  /** The sender may reuse the chunk, so an incomplete part is copied. */
  #keep(part: Uint8Array): void {
    this.#length += part.byteLength;
    if (this.#length <= this.#limitBytes) this.#parts.push(Uint8Array.from(part));
    else this.#parts = [];
  }
}

const lineFeed = 0x0a;
const utf8 = new TextDecoder("utf-8", { fatal: true });

type ReadLine =
  | { readonly kind: "record"; readonly record: DataRecord }
  | { readonly kind: "problem"; readonly problem: Problem };

function readLine(bytes: Buffer, line: number): ReadLine | undefined {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return problem(line, "it is not UTF-8");
  }
  if (text.trim() === "") return undefined;
  try {
    const record: unknown = JSON.parse(text);
    return isObject(record) ? { kind: "record", record } : problem(line, "it is not a JSON object");
  } catch (error) {
    return problem(line, error instanceof Error ? error.message.slice(0, 200) : "it is not JSON");
  }
}

const tooLong = (line: number, limitBytes: number): ReadLine =>
  problem(line, `it is longer than ${limitBytes / 1e6} MB`);

const problem = (line: number, why: string): ReadLine => ({
  kind: "problem",
  problem: toProblem("bad-record", `Cannot read line ${line}: ${why}`, { line }),
});
