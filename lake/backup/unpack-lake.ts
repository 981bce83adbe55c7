import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import tar, { type Extract } from "tar-stream";
import { databaseName, lakeFilesIn, type LakeFiles } from "../core/lake-files.ts";
import { createFolder } from "../assets/create-folder.ts";
import { bytesOf } from "./bytes-of.ts";
import { backupEnd, backupHead, endName, headName, sha1OfEntry } from "./backup-format.ts";

/** A file is no backup, or no longer a whole one. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** The lake in the folder that was given. */
interface UnpackedLake extends LakeFiles {
  readonly assets: number;
  readonly createdAt: string;
}

/**
 * Unpacks a backup into an empty folder. Every asset is held to the hash in its name; the database is not looked into.
 *
 * @throws {BackupError} When the bytes are no backup, or end too early, or an asset is not what it was. What was unpacked
 * until then stays in the folder.
 */
export async function unpackLake(bytes: AsyncIterable<Uint8Array>, folder: string): Promise<UnpackedLake> {
  const entries = tar.extract();
  let createdAt: string | undefined;
  let end: number | undefined;
  let hasDatabase = false;
  let assets = 0;
  const files = lakeFilesIn(folder);
  createFolder(files.assetFolder);
  // Not before the loop that listens for entries begins: those that come earlier are nobody's.
  void feed(entries, bytes);
  try {
    for await (const entry of entries) {
      const { name } = entry.header;
      const sha1 = sha1OfEntry(name);
      if (createdAt === undefined) {
        if (name !== headName) throw new BackupError("it is no backup of a lake");
        createdAt = backupHead.parse(JSON.parse(await text(bytesOf(entry)))).createdAt;
      } else if (name === endName) {
        end = backupEnd.parse(JSON.parse(await text(bytesOf(entry)))).assets;
      } else if (name === databaseName && !hasDatabase) {
        await keep(entry, files.database);
        hasDatabase = true;
      } else if (sha1 !== undefined) {
        if ((await keep(entry, join(folder, name))) !== sha1)
          throw new BackupError(`asset "${name}" is damaged`);
        assets += 1;
      } else {
        throw new BackupError(`it holds "${name}", which is no part of a backup`);
      }
    }
  } catch (error) {
    if (error instanceof BackupError || isFileError(error)) throw error;
    throw new BackupError(createdAt === undefined ? "it is no backup of a lake" : "it is damaged", {
      cause: error,
    });
  } finally {
    entries.destroy();
  }
  if (createdAt === undefined) throw new BackupError("it is no backup of a lake");
  if (end !== assets || !hasDatabase) throw new BackupError("it is not complete");
  return { ...files, assets, createdAt };
}

/** Gives bytes to the reader of a tar file as fast as it takes them, until it has had enough. */
async function feed(entries: Extract, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (entries.destroyed) return;
      if (entries.write(chunk)) continue;
      await new Promise<void>((resolve) => {
        entries.once("drain", () => resolve());
        entries.once("close", () => resolve());
      });
    }
    entries.end(null);
  } catch (error) {
    entries.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Writes an entry to a file, durably. @returns The SHA-1 of its bytes. */
async function keep(entry: AsyncIterable<unknown>, path: string): Promise<string> {
  createFolder(dirname(path));
  const hash = createHash("sha1");
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytesOf(entry)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(hashed, createWriteStream(path, { flags: "wx", flush: true }));
  return hash.digest("hex");
}

const isFileError = (error: unknown): boolean => error instanceof Error && "syscall" in error;
