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
        hint: "Use --data to choose a folder that you can write to.",
        cause,
      });
    }
    throw cause;
  }
}

function inUse(dataFolder: string, cause: unknown): CliError {
  const server = findServer(dataFolder);
  return new CliError(`Cannot open data folder "${dataFolder}": another copydesk process is using it`, {
    exitCode: exitCodes.outsideFailed,
    hint: `Stop ${server ? `the server at ${server.url}` : "it"} first, or choose another folder with --data.`,
    cause,
  });
}

/** Whether an error comes from the file system: those carry the name of a system call. */
const isFileError = (error: unknown): error is Error => error instanceof Error && "syscall" in error;
