import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TemporaryDiskError } from "./temporary-disk-error.ts";

/** A file that is deleted when disposed of. */
export interface SpooledFile extends AsyncDisposable {
  readonly path: string;
}

/**
 * Copies a stream to a uniquely named file in the temporary folder that no other user can read.
 *
 * @throws {TemporaryDiskError} When the file cannot be written; what the stream itself throws is passed on.
 */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<SpooledFile> {
  const folder = await onDisk(mkdtemp(join(tmpdir(), "copydesk-")));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "archive");
    await using file = await onDisk(open(path, "wx", 0o600));
    for await (const chunk of chunks) await onDisk(file.appendFile(chunk));
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function onDisk<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (cause) {
    throw new TemporaryDiskError(cause);
  }
}
