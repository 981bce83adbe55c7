import { createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { systemTrouble } from "../../importer/index.ts";
import { packFolder } from "../../lake/index.ts";
import { CliError } from "../cli-error.ts";
import { dataFolderError } from "../data-folder-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { runningBackup } from "../running-backup.ts";
import type { Terminal } from "../terminal.ts";

export interface BackupFlags {
  readonly data: string;
}

/** `copydesk backup`: all of a lake in one file, whether it is being served or not. */
export async function backup(file: string, { data }: BackupFlags, terminal: Terminal): Promise<ExitCode> {
  if (existsSync(file)) {
    throw new CliError(`Cannot back up to "${file}": it exists`, {
      exitCode: exitCodes.wrongUsage,
      hint: "Name a file that does not exist yet.",
    });
  }
  const partial = `${file}.partial`;
  try {
    const bytes = (await runningBackup(data, { withoutAssets: false })) ?? (await packClosed(data));
    await pipeline(bytes, createWriteStream(partial, { flush: true }), { signal: terminal.interrupt });
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (terminal.interrupt.aborted) return exitCodes.interrupted;
    if (cause instanceof CliError) throw cause;
    throw cannotBackUp(file, cause);
  }
  const { size } = await stat(file);
  await terminal.stdout.write(`Backed up ${data} to ${file}: ${(size / 1e6).toFixed(1)} MB\n`);
  return exitCodes.done;
}

/** The bytes of a folder that nobody serves. */
async function packClosed(data: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    return await packFolder(data);
  } catch (cause) {
    throw dataFolderError(data, cause) ?? cause;
  }
}

const cannotBackUp = (file: string, cause: unknown): CliError =>
  new CliError(`Cannot back up to "${file}": ${systemTrouble(cause)?.message ?? String(cause)}`, {
    exitCode: exitCodes.outsideFailed,
    hint: "Choose a file on a disk that has room and that you may write to, then try again.",
    cause,
  });
