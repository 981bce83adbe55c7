import { Command, CommanderError } from "commander";
import { ImportError, type ImportErrorCode } from "../importer/index.ts";
import packageJson from "../package.json" with { type: "json" };
import { CliError } from "./cli-error.ts";
import { importCommand } from "./commands/import.ts";
import { parseCommand } from "./commands/parse.ts";
import { startCommand } from "./commands/start.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

const help = `
Exit codes:
  0    done, also when nothing changed
  1    the world outside failed: a lake that does not answer, a refused token, a taken port
  2    wrong usage or configuration
  3    declined
  4    finished, but at least one story could not be imported
  130  interrupted`;

/** The program with all its commands. A command calls `finish` with its exit code when it is through. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("copydesk")
    .description("Raw news copy in, curated content out.")
    .version(packageJson.version)
    .addCommand(startCommand(terminal, finish))
    .addCommand(parseCommand(terminal, finish))
    .addCommand(importCommand(terminal, finish))
    .addHelpText("after", help);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError("Run with --help to see what it takes.")
      .configureOutput({
        writeOut: (text) => void terminal.stdout.write(text),
        writeErr: (text) => void terminal.stderr.write(text),
      });
  }
  return program;
}

/**
 * Runs the command line. What went wrong becomes two lines on standard error and an exit code; a bug of ours is
 * thrown on, with its stack.
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
      return error instanceof CliError ? error.exitCode : exitCodeOfImportError[error.code];
    }
    throw error;
  }
}

const exitCodeOfImportError: Readonly<Record<ImportErrorCode, ExitCode>> = {
  "input-not-found": exitCodes.wrongUsage,
  "no-stories": exitCodes.wrongUsage,
  "token-refused": exitCodes.outsideFailed,
  "lake-unreachable": exitCodes.outsideFailed,
  "lake-refused": exitCodes.outsideFailed,
};
