import { createFolder } from "../importer/index.ts";
import { openLake, type Lake, type LakeOptions } from "../lake/index.ts";
import { dataFolderError } from "./data-folder-error.ts";

/**
 * Opens the lake of a data folder, which is created if it does not exist.
 *
 * @throws {CliError} When another process has it open, or the folder or its file cannot be used.
 */
export function openDataFolder(options: LakeOptions): Lake {
  const { dataFolder } = options;
  try {
    createFolder(dataFolder);
    return openLake(options);
  } catch (cause) {
    throw dataFolderError(dataFolder, cause) ?? cause;
  }
}
