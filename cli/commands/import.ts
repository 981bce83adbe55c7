import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ImportError,
  planImport,
  readDeadLetters,
  removeDeadLetters,
  renderJUnit,
  renderReport,
  runImport,
  writeDeadLetters,
  type ImportOptions,
  type ImportReport,
} from "../../importer/index.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { keepInput } from "../keep-input.ts";
import { loadTarget, type TargetOptions } from "../load-config.ts";
import { openTarget } from "../open-target.ts";
import { openProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

export interface ImportFlags extends TargetOptions {
  readonly dryRun?: boolean;
  /** Handled by `explain`: nothing is imported then. */
  readonly explain?: boolean;
  readonly publish?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly junit?: string;
  readonly retry?: string;
  readonly plan?: string;
  readonly concurrency: number;
}

/** `copydesk import`: stories into a Content Lake, embedded or hosted. */
export async function importStories(
  named: readonly string[],
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdout, stderr, interrupt } = terminal;
  const deadLetters = join(flags.data, "dead-letters");
  const { inputs, stdin } = await storiesOf(named, flags, terminal, deadLetters);
  const kept = keepInput(stdin);
  const isDry = flags.dryRun === true || flags.plan !== undefined;
  const target = await openTarget(loadTarget({ options: flags, env: terminal.env }));
  const progress = flags.quiet ? undefined : openProgress(stderr);
  const tell = async (report: ImportReport): Promise<void> => {
    await progress?.end();
    if (flags.json) await stdout.write(`${JSON.stringify(report)}\n`);
    else if (!flags.quiet) await stdout.write(`${renderReport(report)}\n`);
    if (flags.junit !== undefined) await write(flags.junit, renderJUnit(report));
    if (report.dryRun) return;
    const folder = await keepFailed(deadLetters, { report, inputs, stdin: kept.kept() }, terminal);
    if (folder !== undefined && !flags.quiet) {
      await stderr.write(
        `The failed stories are in ${folder}\n  Try just those again: copydesk import --retry ${report.run}\n`,
      );
    }
    if (flags.retry !== undefined && !report.interrupted) await removeDeadLetters(deadLetters, flags.retry);
  };
  try {
    if (!flags.quiet) {
      await stderr.write(`${isDry ? "Comparing with" : "Importing into"} ${target.description}\n`);
    }
    const options: ImportOptions = {
      inputs,
      stdin: kept.stream,
      client: target.client,
      dryRun: isDry,
      publish: flags.publish === true,
      concurrency: flags.concurrency,
      signal: interrupt,
      ...(progress && { onProgress: progress.show }),
    };
    const report = flags.plan === undefined ? await runImport(options) : await plan(options, flags.plan);
    await tell(report);
    return exitCodeOf(report);
  } catch (error) {
    // What was done before the lake went away is done, and has to be told.
    if (error instanceof ImportError && error.report) await tell(error.report);
    throw error;
  } finally {
    await progress?.end();
    await target.close();
  }
}

type Stories = Required<Pick<ImportOptions, "inputs" | "stdin">>;

/** What to import: the named inputs, or what failed in an earlier run. */
async function storiesOf(
  named: readonly string[],
  { retry }: ImportFlags,
  { stdin }: Terminal,
  deadLetters: string,
): Promise<Stories> {
  if ((retry === undefined) === (named.length === 0)) {
    throw new CliError("Cannot tell what to import: name either inputs or a run to retry", {
      exitCode: exitCodes.wrongUsage,
      hint: "Give files or folders, or --retry with the name of a run that had failed stories.",
    });
  }
  if (retry === undefined) return { inputs: named, stdin };
  const { inputs, stdin: bytes } = await readDeadLetters(deadLetters, retry);
  return { inputs, stdin: bytes === undefined ? stdin : asStream(bytes) };
}

async function* asStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function plan(options: ImportOptions, path: string): Promise<ImportReport> {
  const { report, plan } = await planImport(options);
  await write(path, `${JSON.stringify(plan, undefined, 2)}\n`);
  return report;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** Failing to keep a copy is no reason to call the import itself failed. */
async function keepFailed(
  folder: string,
  failed: Parameters<typeof writeDeadLetters>[1],
  { stderr }: Terminal,
): Promise<string | undefined> {
  try {
    return await writeDeadLetters(folder, failed);
  } catch (error) {
    await stderr.write(`Cannot keep the failed stories in ${folder}: ${String(error)}\n`);
    return undefined;
  }
}

const cannotWrite = (path: string, cause: unknown): CliError =>
  new CliError(`Cannot write "${path}": ${cause instanceof Error ? cause.message : String(cause)}`, {
    exitCode: exitCodes.wrongUsage,
    hint: "Choose a path that you may write to.",
    cause,
  });

/**
 * Stories that could not be imported count; questions for editors, such as an unknown publication date, do not: a
 * scheduled import would otherwise fail for ever on a story that nobody can date.
 */
export function exitCodeOf(report: ImportReport): ExitCode {
  if (report.interrupted) return exitCodes.interrupted;
  return report.counts.failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
