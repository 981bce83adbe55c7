import { systemTrouble, type SystemTrouble } from "../importer/index.ts";
import { LakeFileError } from "../lake/index.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { findServer } from "./server-file.ts";

/** What the operator can do about each trouble with a data folder. */
const hints: Readonly<Record<LakeFileError["trouble"] | SystemTrouble["kind"], string>> = {
  "no-folder": "Choose another folder with --data.",
  missing: "Name the folder of a lake with --data.",
  "in-use": "End that one first, or choose another folder with --data.",
  damaged: 'Restore a backup with "copydesk restore <file>"; "copydesk check" lists the damage.',
  full: "Make room on the disk, then start again: what was acknowledged is saved.",
  "not-writable": "Choose a folder that you may write to with --data.",
  failing: "Check the disk, or move the folder to another one and name it with --data.",
};

/**
 * What an error that came from using a data folder means for the operator: one sentence and what to do.
 *
 * @returns `undefined` for an error that tells nothing of the folder.
 */
export function dataFolderError(dataFolder: string, cause: unknown): CliError | undefined {
  const { trouble, message } = troubleOf(cause) ?? {};
  if (trouble === undefined) return undefined;
  const server = trouble === "in-use" ? findServer(dataFolder) : undefined;
  return new CliError(`Cannot use data folder "${dataFolder}": ${message}`, {
    exitCode: exitCodes.outsideFailed,
    hint: `${server ? `It serves at ${server.url}. ` : ""}${hints[trouble]}`,
    cause,
  });
}

interface Trouble {
  readonly trouble: keyof typeof hints;
  readonly message: string;
}

function troubleOf(cause: unknown): Trouble | undefined {
  if (cause instanceof LakeFileError) {
    return cause.trouble === "in-use"
      ? { trouble: "in-use", message: "another copydesk is using it" }
      : cause;
  }
  const found = systemTrouble(cause);
  return found && { trouble: found.kind, message: found.message };
}
