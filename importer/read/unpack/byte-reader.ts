/** Reads a stream of chunks by lengths and delimiters. The returned bytes may share memory with the chunks. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);
  #hasEnded = false;
  #offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Number of bytes read or skipped so far. */
  get offset(): number {
    return this.#offset;
  }

  /** The next `length` bytes, or all that are left, without consuming them. */
  async peek(length: number): Promise<Buffer> {
    if (this.#buffer.length < length) await this.#fill(length);
    return this.#buffer.subarray(0, length);
  }

  /** Reads `length` bytes, or all that are left. */
  async read(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    this.#advance(bytes.length);
    return bytes;
  }

  /**
   * Reads up to and past the first of the delimiters; if none is within the limit, returns `undefined` and reads
   * nothing.
   */
  async readUntil(delimiters: readonly string[], limit: number): Promise<Buffer | undefined> {
    const longest = Math.max(...delimiters.map(({ length }) => length));
    for (let seen = 0; ;) {
      const [first] = delimiters
        .map((delimiter) => ({
          end: this.#buffer.indexOf(delimiter, Math.max(0, seen - longest), "latin1"),
          length: delimiter.length,
        }))
        .filter(({ end }) => end >= 0)
        .toSorted((a, b) => a.end - b.end);
      if (first !== undefined && first.end > limit) return undefined;
      if (first !== undefined) {
        const bytes = this.#buffer.subarray(0, first.end);
        this.#advance(first.end + first.length);
        return bytes;
      }
      seen = this.#buffer.length;
      if (seen > limit || !(await this.#more())) return undefined;
    }
  }

  /** Skips `length` bytes; returns how many there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0 && (this.#buffer.length > 0 || (await this.#more()))) {
      const taken = Math.min(left, this.#buffer.length);
      this.#advance(taken);
      left -= taken;
    }
    return length - left;
  }

  /** Skips everything before the mark; `false`, at the end of the stream, if there is none. */
  async skipTo(mark: string): Promise<boolean> {
    for (;;) {
      const found = this.#buffer.indexOf(mark, 0, "latin1");
      if (found >= 0) {
        this.#advance(found);
        return true;
      }
      this.#advance(Math.max(0, this.#buffer.length - mark.length + 1));
      if (!(await this.#more())) {
        this.#advance(this.#buffer.length);
        return false;
      }
    }
  }

  /** All remaining bytes. */
  async *rest(): AsyncGenerator<Uint8Array> {
    try {
      while (this.#buffer.length > 0 || (await this.#more())) {
        const chunk = this.#buffer;
        this.#advance(chunk.length);
        yield chunk;
      }
    } finally {
      await this.close();
    }
  }

  /** Closes the source. */
  async close(): Promise<void> {
    this.#hasEnded = true;
    await this.#chunks.return?.();
  }

  #advance(length: number): void {
    this.#buffer = this.#buffer.subarray(length);
    this.#offset += length;
  }

  async #more(): Promise<boolean> {
    return await this.#fill(this.#buffer.length + 1);
  }

  /** Joins chunks until there are `length` bytes; each byte is copied once, whatever the size of the chunks. */
  async #fill(length: number): Promise<boolean> {
    const parts = [this.#buffer];
    let filled = this.#buffer.length;
    while (filled < length && !this.#hasEnded) {
      const { done, value } = await this.#chunks.next();
      if (done) this.#hasEnded = true;
      else {
        parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        filled += value.byteLength;
      }
    }
    this.#buffer =
      this.#buffer.length === 0 && parts.length === 2
        ? (parts[1] ?? this.#buffer)
        : Buffer.concat(parts, filled);
    return filled >= length;
  }
}
