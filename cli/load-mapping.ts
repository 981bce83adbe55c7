import { readFile } from "node:fs/promises";
import { readMapping, type Mapping } from "../importer/index.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * Reads the mapping file that `--mapping` names.
 *
 * @throws {CliError} When the file cannot be read. @throws {ImportError} When it is not a valid mapping.
 */
export async function loadMapping(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new CliError(`Cannot read "${path}": ${cause instanceof Error ? cause.message : String(cause)}`, {
      exitCode: exitCodes.wrongUsage,
      hint: "Check the path of the mapping file; docs/mapping.md describes its format.",
      cause,
    });
  }
  return readMapping(text, path);
}
