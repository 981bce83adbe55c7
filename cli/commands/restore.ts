import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { createFolder } from "../../importer/index.ts";
import {
  BackupError,
  checkLake,
  isLakeInUse,
  LakeFileError,
  lakeFilesIn,
  movedParts,
  unpackLake,
  type LakeCheck,
} from "../../lake/index.ts";
import { CliError } from "../cli-error.ts";
import { dataFolderError } from "../data-folder-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export interface RestoreFlags {
  readonly data: string;
}

/**
 * `copydesk restore`: puts a backup into a data folder. It is unpacked and checked in full before anything else happens;
 * the lake that was there is set aside, not deleted.
 */
export async function restore(file: string, { data }: RestoreFlags, { stdout }: Terminal): Promise<ExitCode> {
  await expectFile(file);
  try {
    createFolder(data);
    const place = lakeFilesIn(data);
    expectFree(place.database);
    const folder = await mkdtemp(join(data, "restoring-"));
    try {
      const { database, assetFolder, createdAt } = await unpackLake(createReadStream(file), folder);
      const checked = await checkLake({ database, assetFolder });
      if (checked.damage.length > 0) throw damagedBackup(file, checked);
      const aside = await setAside(data);
      await rename(assetFolder, place.assetFolder);
      await rename(database, place.database);
      const { documents, assets } = checked;
      await stdout.write(
        `Restored ${documents} documents and ${assets} assets as of ${createdAt} into ${data}\n` +
          (aside === undefined ? "" : `What was there before is in ${aside}\n`),
      );
      return exitCodes.done;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (cause) {
    if (cause instanceof BackupError) throw cannotRestore(file, cause.message, cause);
    throw dataFolderError(data, cause) ?? cause;
  }
}

async function expectFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return;
  throw new CliError(`Cannot restore "${file}": there is no such file`, {
    exitCode: exitCodes.wrongUsage,
    hint: 'Name a file that "copydesk backup" wrote.',
  });
}

/** @throws {LakeFileError} When another process has the lake open. One that is damaged is free to be replaced. */
function expectFree(database: string): void {
  if (existsSync(database) && isLakeInUse(database)) {
    throw new LakeFileError("in-use", "another Content Lake is using it");
  }
}

/** Moves the lake that is there into a folder of its own. @returns That folder, or `undefined` when there was none. */
async function setAside(data: string): Promise<string | undefined> {
  const present = movedParts.filter((name) => existsSync(join(data, name)));
  if (present.length === 0) return undefined;
  const aside = await mkdtemp(join(data, `replaced-${new Date().toISOString().slice(0, 10)}-`));
  for (const name of present) await rename(join(data, name), join(aside, name));
  return aside;
}

const damagedBackup = (file: string, { damage }: LakeCheck): CliError =>
  cannotRestore(file, `it is damaged (${damage.length} places, the first: ${damage[0]})`);

const cannotRestore = (file: string, why: string, cause?: unknown): CliError =>
  new CliError(`Cannot restore "${file}": ${why}`, {
    exitCode: exitCodes.outsideFailed,
    hint: "Take another backup; the data folder is as it was.",
    cause,
  });
