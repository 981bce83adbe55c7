import { mkdirSync } from "node:fs";
import { DataFolderInUseError, openLake, type Lake, type LakeOptions } from "../lake/index.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { findServer } from "./server-file.ts";

/**
 * Opens the lake of a data folder, which is created if it does not exist.
 *
 * @throws {CliError} When another process has it open, or the folder cannot be used.
 */
export function openDataFolder(options: LakeOptions): Lake {
  const { dataFolder } = options;
  try {
    mkdirSync(dataFolder, { recursive: true });
    return openLake(options);
  } catch (cause) {
    if (cause instanceof DataFolderInUseError) throw inUse(dataFolder, cause);
    if (isFileError(cause)) {
      throw new CliError(`Cannot use data folder "${dataFolder}": ${cause.message}`, {
        exitCode: exitCodes.wrongUsage,
        hint: "Choose a folder that you may write to with --data.",
        cause,
      });
    }
    throw cause;
  }
}

function inUse(dataFolder: string, cause: unknown): CliError {
  const server = findServer(dataFolder);
  return new CliError(`Cannot open data folder "${dataFolder}": another copydesk is using it`, {
    exitCode: exitCodes.outsideFailed,
    hint: `${server ? `It serves at ${server.url}. ` : ""}End that one first, or choose another folder with --data.`,
    cause,
  });
}

/** An error of the file system: it has a system call's name. */
const isFileError = (error: unknown): error is Error => error instanceof Error && "syscall" in error;
