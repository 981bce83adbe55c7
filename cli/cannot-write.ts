import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";

/** What the operating system says of a path that was never one to write to. */
const isWrongPath = /^(?:ENOENT|EEXIST|ENOTDIR|EISDIR|ENAMETOOLONG|EINVAL)$/;

/** What to do about the others, by the code of the operating system. */
const hints: readonly (readonly [codes: RegExp, hint: string])[] = [
  [/^(?:ENOSPC|EDQUOT)$/, "Make room on the disk, then run the command again: what is done stays done."],
  [/^EROFS$/, "Choose a path on a disk that can be written to."],
  [/^(?:EACCES|EPERM)$/, "Choose a path that you may write to, or ask for the right to."],
];

/** The error for a file, or an output, that cannot be written: one sentence, and what to do. */
export function cannotWrite(what: string, cause: unknown): CliError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new CliError(`Cannot write ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, {
    exitCode: isWrongPath.test(code) ? exitCodes.wrongUsage : exitCodes.outsideFailed,
    hint: hints.find(([codes]) => codes.test(code))?.[1] ?? "Choose a path that you may write to.",
    cause,
  });
}
