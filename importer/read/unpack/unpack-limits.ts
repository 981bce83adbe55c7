import { UnpackError } from "./unpack-error.ts";

/** How much one input may unpack to. */
export interface UnpackLimits {
  /** Depth of nested containers, compression included. */
  readonly maxDepth: number;
  /** Files and records, in all containers of the input. */
  readonly maxEntries: number;
  /** One file of an archive. */
  readonly maxEntryBytes: number;
  /** One record of a web archive: it is held in memory. */
  readonly maxRecordBytes: number;
  /** Total that the input unpacks to, counting each level of nesting. */
  readonly maxTotalBytes: number;
  /** Unpacked bytes per packed byte, checked once more than `ratioFromBytes` are unpacked. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
}

/** Far beyond real archives: text shrinks to a third or a tenth, and a day of the web is a few gigabytes. */
export const defaultLimits: UnpackLimits = {
  maxDepth: 5,
  maxEntries: 1_000_000,
  maxEntryBytes: 16_000_000_000,
  maxRecordBytes: 10_000_000,
  maxTotalBytes: 64_000_000_000,
  maxRatio: 200,
  ratioFromBytes: 16_000_000,
};

/** Counts what one input unpacks to. Every method throws an {@link UnpackError} once a limit is exceeded. */
export class UnpackBudget {
  readonly limits: UnpackLimits;
  #entries = 0;
  #bytes = 0;

  constructor(limits: UnpackLimits) {
    this.limits = limits;
  }

  countEntry(): void {
    const { maxEntries } = this.limits;
    if (++this.#entries > maxEntries) throw beyond(`it contains more than ${maxEntries} entries`);
  }

  /** Passes chunks on and counts them against the total. */
  async *counted(
    chunks: AsyncIterable<Uint8Array>,
    limits: { readonly maxBytes: number; packedBytes(): number },
  ): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.byteLength;
      this.#bytes += chunk.byteLength;
      if (length > limits.maxBytes)
        throw new UnpackError("too-large", `The file unpacks to more than ${inMegabytes(limits.maxBytes)}`);
      if (this.#bytes > this.limits.maxTotalBytes)
        throw beyond(`it unpacks to more than ${inMegabytes(this.limits.maxTotalBytes)}`);
      this.checkRatio(length, limits.packedBytes());
      yield chunk;
    }
  }

  checkRatio(unpackedBytes: number, packedBytes: number): void {
    const { maxRatio, ratioFromBytes } = this.limits;
    if (unpackedBytes > ratioFromBytes && unpackedBytes > packedBytes * maxRatio)
      throw beyond(`it unpacks to more than ${maxRatio} times its size`);
  }

  checkDepth(depth: number): void {
    const { maxDepth } = this.limits;
    if (depth > maxDepth) throw beyond(`it contains archives nested more than ${maxDepth} deep`);
  }
}

const beyond = (why: string): UnpackError =>
  new UnpackError("archive-limit", `Cannot read the rest of the archive: ${why}`);

const inMegabytes = (bytes: number): string => `${bytes / 1e6} MB`;
