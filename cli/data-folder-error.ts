import { LakeFileError } from "../lake/index.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { findServer } from "./server-file.ts";

const chooseAnother = "Choose a folder that you may write to with --data.";

/** What the operator can do about each trouble with the file of a lake. */
const hints: Readonly<Record<LakeFileError["trouble"] | "no-folder", string>> = {
  "no-folder": chooseAnother,
  missing: "Name the folder of a lake with --data.",
  "in-use": "End that one first, or choose another folder with --data.",
  damaged: 'Restore a backup with "copydesk restore <file>"; "copydesk check" lists the damage.',
  full: "Make room on the disk, then start again: what was acknowledged is saved.",
  "not-writable": chooseAnother,
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
    exitCode: trouble === "no-folder" ? exitCodes.wrongUsage : exitCodes.outsideFailed,
    hint: `${server ? `It serves at ${server.url}. ` : ""}${hints[trouble]}`,
    cause,
  });
}

interface Trouble {
  readonly trouble: keyof typeof hints;
  readonly message: string;
}

/** Codes of the file system for a path that names no folder, nor can become one. */
const noFolder: ReadonlySet<unknown> = new Set(["EEXIST", "ENOTDIR", "ENOENT", "ENAMETOOLONG", "EINVAL"]);

function troubleOf(cause: unknown): Trouble | undefined {
  if (cause instanceof LakeFileError) {
    return cause.trouble === "in-use"
      ? { trouble: "in-use", message: "another copydesk is using it" }
      : cause;
  }
  if (!(cause instanceof Error) || !("syscall" in cause)) return undefined;
  const code = "code" in cause ? cause.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return { trouble: "full", message: "the disk is full" };
  return { trouble: noFolder.has(code) ? "no-folder" : "not-writable", message: cause.message };
}
