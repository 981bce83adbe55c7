import { gunzipMembers } from "./gunzip-members.ts";
import type { Packed, Unpacking } from "./packed.ts";
import { UnpackError } from "./unpack-error.ts";
import type { Unpacked } from "./unpacked.ts";

/** Reads one gzip file, which keeps its name and may have many members, as web archives do. */
export async function* readGzip(
  packed: Packed,
  { budget, inner }: Unpacking,
): AsyncGenerator<Unpacked, void, undefined> {
  let packedBytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed.chunks) {
      packedBytes += chunk.byteLength;
      yield chunk;
    }
  }
  async function* unzipped(): AsyncGenerator<Uint8Array> {
    try {
      yield* gunzipMembers(counted());
    } catch (error) {
      throw UnpackError.from(error, "The compressed file is damaged");
    }
  }
  const chunks = budget.counted(unzipped(), {
    maxBytes: budget.limits.maxEntryBytes,
    packedBytes: () => packedBytes,
  });
  const fileName = packed.fileName.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  yield* inner({ ...packed, fileName, path: undefined, chunks });
}
