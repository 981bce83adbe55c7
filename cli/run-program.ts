import { CommanderError } from "commander";
import { ImportError, type ImportErrorCode } from "../importer/import-error.ts";
import { Interrupted } from "../importer/interrupted.ts";
import { shownText } from "../importer/shown-text.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { crashFile, hintOfCrash } from "./crash-file.ts";
import { createProgram } from "./program.ts";
import { safeTerminal } from "./safe-terminal.ts";
import type { Output, Terminal } from "./terminal.ts";

/**
 * Runs the command line. A known error becomes two lines on standard error and an exit code. So does a failure of the
 * program itself, whose stack goes to a file that the lines name.
 *
 * @param argv Without the program's own name.
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { stderr } = safeTerminal(terminal);
  let code: ExitCode = exitCodes.done;
  const program = createProgram(safeTerminal(terminal), (finished) => (code = finished));
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed what it found; its code 0 is --help and --version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    if (error instanceof ImportError && error.code === "crashed")
      return await tellCrash(error.message, error.cause, stderr);
    if (error instanceof CliError || error instanceof ImportError) {
      await stderr.write(`${error.message}\n  ${error.hint}\n`);
      return error instanceof CliError ? error.exitCode : exitCodeOf[error.code];
    }
    if (error instanceof Interrupted) return exitCodes.interrupted;
    return await tellCrash(`Cannot finish: the program failed (${sentenceOf(error)})`, error, stderr);
  }
}

/** A failure of the program itself: one sentence, and the stack in a file. */
async function tellCrash(message: string, error: unknown, stderr: Output): Promise<ExitCode> {
  const file = crashFile();
  file.add({ error });
  await stderr.write(`${shownText(message)}\n  ${hintOfCrash(file)}\n`);
  return exitCodes.outsideFailed;
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const exitCodeOf: Readonly<Record<ImportErrorCode, ExitCode>> = {
  "input-not-found": exitCodes.wrongUsage,
  "no-stories": exitCodes.wrongUsage,
  "run-not-found": exitCodes.wrongUsage,
  "outlet-not-found": exitCodes.wrongUsage,
  "line-not-taught": exitCodes.wrongUsage,
  "outlets-unreadable": exitCodes.wrongUsage,
  "plan-unreadable": exitCodes.wrongUsage,
  "mapping-invalid": exitCodes.wrongUsage,
  "token-refused": exitCodes.outsideFailed,
  "lake-unreachable": exitCodes.outsideFailed,
  "lake-refused": exitCodes.outsideFailed,
  "temporary-disk": exitCodes.outsideFailed,
  crashed: exitCodes.outsideFailed,
};
