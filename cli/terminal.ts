import type { Writable } from "node:stream";

/** The parts of its process that a command may use. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborts on the first Ctrl-C (or SIGTERM): finish what is under way, then end. */
  readonly interrupt: AbortSignal;
}

/** A stream that text is written to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Aborts when the reader has gone (`copydesk parse … | head`): no more output is needed. */
  readonly gone: AbortSignal;
  /** Resolves when the reader has room for more. Never fails for a reader that has gone. */
  write(text: string): Promise<void>;
}

/** Makes an {@link Output} from one of the process's streams. */
export function openOutput(stream: Writable & { isTTY?: boolean }): Output {
  const gone = new AbortController();
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone.abort();
  });
  return {
    isTerminal: stream.isTTY === true,
    gone: gone.signal,
    write: (text) =>
      gone.signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => void stream.write(text, () => resolve())),
  };
}
