import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file that is deleted when disposed of. */
export interface SpooledFile extends AsyncDisposable {
  readonly path: string;
}

/** Copies a stream to a uniquely named file in the temporary folder that no other user can read. */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "archive");
    await using file = await open(path, "wx", 0o600);
    for await (const chunk of chunks) await file.appendFile(chunk);
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
