import { CommanderError } from "commander";
import { ImportError, type ImportErrorCode } from "../importer/import-error.ts";
import { Interrupted } from "../importer/interrupted.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs the command line. A known error becomes two lines on standard error and an exit code; a bug is thrown on,
 * with its stack.
 *
 * @param argv Without the program's own name.
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = createProgram(terminal, (finished) => (code = finished));
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed what it found; its code 0 is --help and --version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    if (error instanceof CliError || error instanceof ImportError) {
      await terminal.stderr.write(`${error.message}\n  ${error.hint}\n`);
      return error instanceof CliError ? error.exitCode : exitCodeOf[error.code];
    }
    if (error instanceof Interrupted) return exitCodes.interrupted;
    throw error;
  }
}

const exitCodeOf: Readonly<Record<ImportErrorCode, ExitCode>> = {
  "input-not-found": exitCodes.wrongUsage,
  "no-stories": exitCodes.wrongUsage,
  "run-not-found": exitCodes.wrongUsage,
  "plan-unreadable": exitCodes.wrongUsage,
  "mapping-invalid": exitCodes.wrongUsage,
  "token-refused": exitCodes.outsideFailed,
  "lake-unreachable": exitCodes.outsideFailed,
  "lake-refused": exitCodes.outsideFailed,
};
