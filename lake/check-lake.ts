import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { assetPath } from "./assets/asset-files.ts";
import { assetFileName, parseAssetDocumentId } from "./assets/asset-name.ts";
import { isServedHere } from "./core/asset-addresses.ts";
import { walOf, type LakeFiles } from "./core/lake-files.ts";
import { checkDatabase } from "./sqlite/check-database.ts";
import { findWalDamage } from "./sqlite/find-wal-damage.ts";
import { lakeFileError } from "./sqlite/lake-file-error.ts";
import { openForReading } from "./sqlite/open-database.ts";

export interface LakeCheck {
  readonly documents: number;
  readonly transactions: number;
  readonly assets: number;
  /** One sentence for each damage, without a full stop; empty when all is well. */
  readonly damage: readonly string[];
}

/**
 * Checks a lake that no process has open, and changes nothing: the database as {@link checkDatabase} does, and the bytes of
 * every asset against the hash in its name. Takes as long as reading all of it.
 *
 * @throws {LakeFileError} When there is no database, or another process has it open.
 */
export async function checkLake(
  parts: LakeFiles & {
    readonly projectId?: string;
  },
): Promise<LakeCheck> {
  const { database: file, assetFolder, projectId = "copydesk" } = parts;
  let open;
  try {
    open = openForReading(file);
  } catch (error) {
    const found = lakeFileError(error);
    if (found?.trouble !== "damaged") throw error;
    return { documents: 0, transactions: 0, assets: 0, damage: [`Nothing can be read: ${found.message}`] };
  }
  const damage: string[] = [];
  if (findWalDamage(walOf(file))) damage.push("The newest changes, in lake.sqlite-wal, are damaged");
  try {
    const { documents, transactions, assets, damage: found } = checkDatabase(open.database);
    damage.push(...found);
    const own = assets.filter(({ dataset, document }) => isServedHere(document, { projectId, dataset }));
    for (const { dataset, document } of own) {
      const trouble = await assetTrouble(join(assetFolder, dataset), document._id);
      if (trouble !== undefined) damage.push(`Asset "${document._id}" of dataset "${dataset}" ${trouble}`);
    }
    return { documents, transactions, assets: own.length, damage };
  } finally {
    open.close();
  }
}

async function assetTrouble(folder: string, id: string): Promise<string | undefined> {
  const name = parseAssetDocumentId(id);
  if (name === undefined) return "has an id from which no file follows";
  const path = assetPath(folder, name);
  if (!(await isFile(path))) return `has lost its file "${assetFileName(name)}"`;
  const hash = createHash("sha1");
  try {
    for await (const chunk of createReadStream(path)) {
      if (chunk instanceof Uint8Array) hash.update(chunk);
    }
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  return hash.digest("hex") === name.sha1
    ? undefined
    : `has a file "${assetFileName(name)}" that was damaged`;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
