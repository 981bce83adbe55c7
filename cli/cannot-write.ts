import { systemTrouble, type SystemTrouble } from "../importer/system-trouble.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";

/** What the operator can do about each trouble with a file, or an output. */
const hints: Readonly<Record<SystemTrouble["kind"], string>> = {
  full: "Make room on the disk, then run the command again: what is done stays done.",
  "not-writable": "Choose a path that you may write to.",
  "no-folder": "Choose another path.",
  failing: "Check the disk, or choose a path on another one.",
};

/** The error for a file, or an output, that cannot be written: one sentence, and what to do. */
export function cannotWrite(what: string, cause: unknown): CliError {
  const { kind, message } = systemTrouble(cause) ?? {
    kind: "not-writable",
    message: cause instanceof Error ? cause.message : String(cause),
  };
  return new CliError(`Cannot write ${what}: ${message}`, {
    exitCode: kind === "no-folder" ? exitCodes.wrongUsage : exitCodes.outsideFailed,
    hint: hints[kind],
    cause,
  });
}
