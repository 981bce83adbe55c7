import { ImportError, renderReport, runImport, type ImportReport } from "../../importer/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadTarget, type TargetOptions } from "../load-config.ts";
import { openTarget } from "../open-target.ts";
import { openProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

export interface ImportFlags extends TargetOptions {
  readonly dryRun?: boolean;
  readonly publish?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly concurrency: number;
}

/** `copydesk import`: stories into a Content Lake, embedded or hosted. */
export async function importStories(
  inputs: readonly string[],
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdin, stdout, stderr, interrupt } = terminal;
  const target = await openTarget(loadTarget({ options: flags, env: terminal.env }));
  const progress = flags.quiet ? undefined : openProgress(stderr);
  const print = async (report: ImportReport): Promise<void> => {
    await progress?.end();
    if (flags.json) await stdout.write(`${JSON.stringify(report)}\n`);
    else if (!flags.quiet) await stdout.write(`${renderReport(report)}\n`);
  };
  try {
    if (!flags.quiet) {
      await stderr.write(`${flags.dryRun ? "Comparing with" : "Importing into"} ${target.description}\n`);
    }
    const report = await runImport({
      inputs,
      stdin,
      client: target.client,
      dryRun: flags.dryRun === true,
      publish: flags.publish === true,
      concurrency: flags.concurrency,
      signal: interrupt,
      ...(progress && { onProgress: progress.show }),
    });
    await print(report);
    return exitCodeOf(report);
  } catch (error) {
    // What was done before the lake went away is done, and has to be told.
    if (error instanceof ImportError && error.report) await print(error.report);
    throw error;
  } finally {
    await progress?.end();
    await target.close();
  }
}

/**
 * Stories that could not be imported count; questions for editors, such as an unknown publication date, do not: a
 * scheduled import would otherwise fail for ever on a story that nobody can date.
 */
export function exitCodeOf(report: ImportReport): ExitCode {
  if (report.interrupted) return exitCodes.interrupted;
  return report.counts.failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
