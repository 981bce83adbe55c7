import { createHash, randomUUID } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { plainError } from "../core/lake-error.ts";
import { type AssetName, assetFileName, parseAssetFileName } from "./asset-name.ts";
import { createFolder } from "./create-folder.ts";

/*
 * The asset folder of a dataset: `<sha1>/<file name>` has the original bytes, `<sha1>/renditions/` what was made from
 * them, `incoming/` uploads in progress. Datasets share no files, so none can delete another's.
 */

/** An upload that is on disk in full, but not yet under its name. */
export interface ReceivedUpload {
  readonly path: string;
  readonly sha1: string;
  readonly sizeBytes: number;
}

/**
 * Writes a request body to a file of its own, durably, hashing it on the way; memory use does not grow with it.
 *
 * @throws {LakeError} 413 above `maxBytes`, 400 when the client hangs up; then nothing is left behind.
 */
export async function receiveUpload(
  folder: string,
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<ReceivedUpload> {
  const path = join(folder, "incoming", randomUUID());
  const hash = createHash("sha1");
  let sizeBytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of untilCutOff(body ?? [])) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await writeDurably(path, counted());
  } catch (error) {
    await rm(path, { force: true });
    throw cannotStore(error) ?? error;
  }
  return { path, sha1: hash.digest("hex"), sizeBytes };
}

async function* untilCutOff(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw plainError(400, "Cannot store the upload: the connection ended before the file did");
  }
}

/** wire: clients keep what they had to say after a 503, and try again. */
function cannotStore(error: unknown): Error | undefined {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  const isFull = error.code === "ENOSPC" || error.code === "EDQUOT";
  return plainError(503, `Cannot store the upload: ${isFull ? "the disk is full" : error.message}`);
}

/** The 413 for a body above `maxBytes`, announced or counted. */
export function tooLarge(maxBytes: number): Error {
  return plainError(413, `Cannot store the upload: it is larger than the limit of ${maxBytes} bytes`);
}

/** Gives an upload its name. After a power cut the file is there in full or not at all. */
export async function keepUpload(folder: string, upload: ReceivedUpload, name: AssetName): Promise<void> {
  const path = assetPath(folder, name);
  createFolder(dirname(path));
  await rename(upload.path, path);
  await syncFolder(dirname(path));
  await syncFolder(folder);
}

/** Drops an upload that turned out to be a duplicate, or not what it claimed to be. */
export async function discardUpload(upload: ReceivedUpload): Promise<void> {
  await rm(upload.path, { force: true });
}

/** Where an asset's bytes are. */
export function assetPath(folder: string, name: AssetName): string {
  return join(folder, name.sha1, assetFileName(name));
}

/** The names under which these bytes are stored already: an image's, a file's, or both. */
export async function storedNames(folder: string, sha1: string): Promise<readonly AssetName[]> {
  return (await list(join(folder, sha1))).flatMap((fileName) => parseAssetFileName(fileName) ?? []);
}

/**
 * Removes files without a document: uploads that a crash cut off, and assets for which `isOwned` is false.
 * Only safe while nothing is being uploaded, so a lake runs it before it serves.
 */
export async function sweepAssetFiles(folder: string, isOwned: (name: AssetName) => boolean): Promise<void> {
  await rm(join(folder, "incoming"), { recursive: true, force: true });
  for (const entry of await list(folder)) {
    if (!/^[a-f0-9]{40}$/.test(entry)) continue;
    const names = await storedNames(folder, entry);
    const orphans = names.filter((name) => !isOwned(name));
    if (orphans.length === names.length) await rm(join(folder, entry), { recursive: true });
    else await Promise.all(orphans.map((name) => rm(assetPath(folder, name))));
  }
}

/** Writes a whole file so that a reader, even after a power cut, never finds half of it under `path`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  await writeDurably(temporary, [bytes]);
  await rename(temporary, path);
}

async function writeDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  createFolder(dirname(path));
  const file = await open(path, "wx");
  try {
    await file.writeFile(chunks);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only once the folder that holds the name is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function list(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
