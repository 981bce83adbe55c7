import { cannotWrite } from "./cannot-write.ts";
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

/** Takes away what a terminal shows in its last line. */
export const clearLine = "\r\u001b[2K";

/** A stream that text is written to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Aborts when the reader has gone (`copydesk parse … | head`): no more output is needed. */
  readonly gone: AbortSignal;
  /**
   * Resolves when the reader has room for more. Never fails for a reader that has gone.
   *
   * @throws {CliError} When what it is written to is full, or broken.
   */
  write(text: string): Promise<void>;
}

/**
 * Makes an {@link Output} from one of the process's streams.
 *
 * @param name Its name for people, if a write that fails is to be an error; standard error has no one to tell.
 */
export function openOutput(stream: Writable & { isTTY?: boolean }, name?: string): Output {
  const gone = new AbortController();
  stream.on("error", () => gone.abort());
  return {
    isTerminal: stream.isTTY === true,
    gone: gone.signal,
    write: (text) =>
      gone.signal.aborted
        ? Promise.resolve()
        : new Promise((resolve, reject) => {
            stream.write(text, (error) => {
              const isLost = error && name !== undefined && !("code" in error && error.code === "EPIPE");
              if (isLost) reject(cannotWrite(name, error));
              else resolve();
            });
          }),
  };
}
