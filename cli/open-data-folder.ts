import { createFolder } from "../importer/index.ts";
import { openLake, type Lake, type LakeOptions } from "../lake/index.ts";
import { dataFolderError } from "./data-folder-error.ts";
import { expectedQueries } from "./expected-queries.ts";

/**
 * Opens the lake of a data folder, which is created if it does not exist, with indexes for what Copydesk will ask.
 *
 * @throws {CliError} When another process has it open, or the folder or its file cannot be used.
 */
export function openDataFolder(options: LakeOptions): Lake {
  const { dataFolder } = options;
  try {
    createFolder(dataFolder);
    return openLake({ expectedQueries, ...options });
  } catch (cause) {
    throw dataFolderError(dataFolder, cause) ?? cause;
  }
}
