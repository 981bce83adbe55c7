import { once } from "node:events";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { toProblem } from "../../problems.ts";
import { ArchiveEntries, type JudgedEntry } from "./archive-entries.ts";
import { spool } from "./spool.ts";
import type { Packed, Unpacking } from "./packed.ts";
import { UnpackError } from "./unpack-error.ts";
import type { Unpacked } from "./unpacked.ts";

/**
 * Reads a zip archive by its directory, which is at the end and the only reliable list of its contents: an archive
 * that is not a file of its own is first copied to the temporary folder.
 *
 * Office documents are zip archives too, but not containers of stories.
 */
export async function* readZip(
  packed: Packed,
  unpacking: Unpacking,
): AsyncGenerator<Unpacked, void, undefined> {
  await using spooled = packed.path === undefined ? await spool(packed.chunks) : undefined;
  const path = packed.path ?? spooled?.path ?? "";
  const entries = new ArchiveEntries(packed.name);
  const zip = await yauzl.openPromise(path, { autoClose: false, decodeStrings: false });
  try {
    yield* readEntries(zip, packed, entries, unpacking);
  } catch (error) {
    const { problem } = UnpackError.from(error, "The archive is damaged, and the rest of it cannot be read");
    yield { kind: "problem", name: packed.name, problem };
  } finally {
    // The file is closed a moment later, when the last of its streams is.
    const closed = once(zip, "close");
    zip.close();
    await closed;
  }
  yield* entries.notes();
}

async function* readEntries(
  zip: ZipFile,
  { name }: Packed,
  entries: ArchiveEntries,
  { budget, inner }: Unpacking,
): AsyncGenerator<Unpacked, void, undefined> {
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    budget.countEntry();
    const raw = nameOf(entry);
    if (zip.entriesRead === 1 && programParts.test(raw)) {
      const message = "The file is an office document, a book or a program, not an archive of stories";
      yield { kind: "problem", name, problem: toProblem("binary-input", message) };
      return;
    }
    const judged = raw.endsWith("/") ? undefined : judge(entry, raw, entries);
    if (judged?.kind === "problem") yield judged;
    if (judged?.kind !== "file") continue;
    // Entries may share their bytes, so their total is also checked against the archive's size.
    const chunks = counted(bytesOf(zip, entry), (length) => {
      unpackedBytes += length;
      budget.checkRatio(unpackedBytes, zip.fileSize);
    });
    yield* inner({
      ...judged.file,
      chunks: budget.counted(chunks, {
        maxBytes: budget.limits.maxEntryBytes,
        packedBytes: () => entry.compressedSize,
      }),
    });
  }
}

/** First entries of the formats that are zip archives underneath: Office Open XML, OpenDocument, EPUB, Java. */
const programParts = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/.*)$/;

/** Archives made on Linux and macOS often have names in UTF-8 without declaring it. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

function judge(entry: Entry, raw: string, entries: ArchiveEntries): JudgedEntry {
  const judged = entries.judge(raw, isSpecial(entry) ? "special" : "file");
  if (judged?.kind !== "file") return judged;
  const { name } = judged.file;
  if (entry.isEncrypted()) {
    const message = "The entry is encrypted";
    return { kind: "problem", name, problem: toProblem("encrypted-entry", message) };
  }
  if (!entry.canDecodeFileData()) {
    const message = `The entry uses compression method ${entry.compressionMethod}, which is not supported`;
    return { kind: "problem", name, problem: toProblem("unsupported-archive", message) };
  }
  return judged;
}

/** Whether an entry made on Unix is not a regular file but a link or a device. */
function isSpecial({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const madeOnUnix = versionMadeBy >>> 8 === 3;
  const fileType = (externalFileAttributes >>> 16) & 0o170000;
  return madeOnUnix && fileType !== 0 && fileType !== 0o100000;
}

/** The bytes of an entry; rejects at the end if their checksum does not match. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!(chunk instanceof Uint8Array)) throw new Error("BUG: a zip entry gives something else than bytes");
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw UnpackError.from(error, "The entry is damaged");
  }
  if (checksum !== entry.crc32)
    throw new UnpackError("damaged-archive", "The entry is damaged: its checksum does not match");
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.byteLength);
    yield chunk;
  }
}
