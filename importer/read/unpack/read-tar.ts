import { Readable, pipeline } from "node:stream";
import tar from "tar-stream";
import { ArchiveEntries } from "./archive-entries.ts";
import type { Packed, Unpacking } from "./packed.ts";
import { UnpackError } from "./unpack-error.ts";
import type { Unpacked } from "./unpacked.ts";

/**
 * Reads a tar archive in order. Links and devices are ignored: they have no content, and the target of a link may be
 * anywhere.
 */
export async function* readTar(
  packed: Packed,
  { budget, inner }: Unpacking,
): AsyncGenerator<Unpacked, void, undefined> {
  const { name } = packed;
  const entries = new ArchiveEntries(name);
  const extract = tar.extract();
  pipeline(Readable.from(packed.chunks, { objectMode: true, highWaterMark: 2 }), extract, () => {});
  try {
    for await (const entry of extract) {
      budget.countEntry();
      const { name: raw, type, size } = entry.header;
      const judged =
        type === "directory"
          ? undefined
          : entries.judge(raw, type === "file" || type === "contiguous-file" ? "file" : "special");
      if (judged?.kind === "problem") yield judged;
      const content = entry[Symbol.asyncIterator]();
      if (judged?.kind === "file") {
        const chunks = budget.counted(leftOpen(content), {
          maxBytes: budget.limits.maxEntryBytes,
          // A tar is not compressed.
          packedBytes: () => size,
        });
        yield* inner({ ...judged.file, chunks });
      }
      // Unread content has to be consumed to get to the next entry.
      for await (const _ of leftOpen(content));
    }
  } catch (error) {
    const { problem } = UnpackError.from(error, "The archive is damaged, and the rest of it cannot be read");
    yield { kind: "problem", name, problem };
  } finally {
    extract.destroy();
  }
  yield* entries.notes();
}

/** Iterates without closing the iterator when the reader stops early: that would end the archive. */
async function* leftOpen(content: AsyncIterator<unknown>): AsyncGenerator<Uint8Array> {
  for (let step = await content.next(); !step.done; step = await content.next()) {
    if (!(step.value instanceof Uint8Array))
      throw new Error("BUG: a tar entry gives something else than bytes");
    yield step.value;
  }
}
