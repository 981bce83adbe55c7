import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import tar, { type Pack } from "tar-stream";
import type { z } from "zod";
import { databaseName } from "../core/lake-files.ts";
import { bytesOf } from "./bytes-of.ts";
import {
  assetEntry,
  type backupEnd,
  type backupHead,
  endName,
  headName,
  sha1OfEntry,
} from "./backup-format.ts";

/**
 * Packs a lake into the bytes of a backup, as fast as they are taken.
 *
 * An asset's bytes are on the disk before its document is, and never change: packed after the database, none is missing
 * of which the database knows.
 *
 * @param database A copy of the database that nobody writes to.
 * @param assetFolder The folder of all assets; `undefined` leaves them out.
 */
export async function* packLake(
  database: string,
  assetFolder: string | undefined,
  now: Date,
): AsyncGenerator<Uint8Array> {
  const pack = tar.pack();
  const failure = fill(pack, database, assetFolder, now).catch((error: unknown) => {
    pack.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* bytesOf(pack);
  } finally {
    pack.destroy();
    await failure;
  }
}

async function fill(pack: Pack, database: string, assetFolder: string | undefined, now: Date): Promise<void> {
  addText(pack, headName, { format: 1, createdAt: now.toISOString() } satisfies z.infer<typeof backupHead>);
  await addFile(pack, databaseName, database);
  let assets = 0;
  if (assetFolder !== undefined) {
    for (const { entry, path } of await assetFiles(assetFolder)) {
      await addFile(pack, entry, path);
      assets += 1;
    }
  }
  addText(pack, endName, { assets } satisfies z.infer<typeof backupEnd>);
  pack.finalize();
}

/** The originals: renditions are made again when they are asked for, and uploads under way are nobody's yet. */
async function assetFiles(
  assetFolder: string,
): Promise<readonly { readonly entry: string; readonly path: string }[]> {
  const files = await readdir(assetFolder, { recursive: true });
  return files.toSorted().flatMap((file) => {
    const [dataset = "", sha1 = "", fileName = ""] = file.split(/[\\/]/);
    const entry = assetEntry(dataset, sha1, fileName);
    return entry === `assets/${file.replaceAll("\\", "/")}` && sha1OfEntry(entry)
      ? { entry, path: join(assetFolder, file) }
      : [];
  });
}

function addText(pack: Pack, name: string, value: unknown): void {
  pack.entry({ name }, `${JSON.stringify(value)}\n`);
}

async function addFile(pack: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), pack.entry({ name, size }));
}
