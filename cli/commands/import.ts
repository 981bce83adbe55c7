import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  ImportError,
  type ImportOptions,
  type ImportSummary,
  type Journal,
  type ReadingOptions,
  type StoryResult,
  importStories as runStories,
  openJournal,
  planImport,
  readDeadLetters,
  removeDeadLetters,
  shownJsonLines,
  systemTrouble,
  writeDeadLetters,
} from "../../importer/index.ts";
import { cannotWrite } from "../cannot-write.ts";
import { CliError } from "../cli-error.ts";
import { deadLetterFolder } from "../dead-letter-folder.ts";
import { crashFile, hintOfCrash } from "../crash-file.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type ImportOutput, openImportOutput } from "../import-output.ts";
import { journalFile } from "../journal-file.ts";
import { keepInput } from "../keep-input.ts";
import { keepMemorySmall } from "../keep-memory-small.ts";
import { type TargetOptions, loadTarget } from "../load-config.ts";
import { loadMapping } from "../load-mapping.ts";
import { openTarget } from "../open-target.ts";
import { openProgress } from "../progress.ts";
import { streamOfBytes } from "../stream-of-bytes.ts";
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
  readonly mapping?: string;
  readonly encoding?: string;
  readonly fetchImages?: boolean;
  readonly outlets: boolean;
  readonly concurrency: number;
}

/** `copydesk import`: stories into a Content Lake, embedded or hosted. */
export async function importStories(
  named: readonly string[],
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  keepMemorySmall();
  const { stderr, interrupt } = terminal;
  const deadLetters = deadLetterFolder(flags.data);
  const { inputs, stdin, options: reading } = await storiesOf(named, flags, terminal, deadLetters);
  const mapping = await loadMapping(reading.mapping);
  const kept = keepInput(stdin);
  const isDry = flags.dryRun === true || flags.plan !== undefined;
  const target = await openTarget(loadTarget({ options: flags, env: terminal.env }));
  const progress = flags.quiet ? undefined : openProgress(stderr);
  const failed: StoryResult[] = [];
  const crashes = crashFile();
  let output: ImportOutput | undefined;
  let journal: Journal | undefined;
  const tell = async (summary: ImportSummary): Promise<void> => {
    await progress?.end();
    await output?.end(summary);
    if (crashes.path !== undefined) await stderr.write(`${hintOfCrash(crashes)}\n`);
    if (summary.dryRun) return;
    const folder = await keepFailed(
      deadLetters,
      { run: summary.run, failed, inputs, stdin: kept.kept(), options: reading },
      terminal,
    );
    if (folder !== undefined && !flags.quiet) {
      await stderr.write(
        `Failed stories were saved to ${folder}\n  To retry only those: copydesk import --retry ${summary.run}\n`,
      );
    }
    if (flags.retry !== undefined && !summary.interrupted) await removeDeadLetters(deadLetters, flags.retry);
  };
  try {
    output = openImportOutput(flags, terminal, { studioUrl: target.studioUrl, dryRun: isDry });
    journal = openJournal(journalFile(flags.data), target.dataset);
    if (!flags.quiet) {
      await stderr.write(`${isDry ? "Comparing with" : "Importing into"} ${target.description}\n`);
    }
    const options: ImportOptions = {
      inputs,
      stdin: kept.stream,
      client: target.client,
      journal,
      ...(mapping && { mapping }),
      encoding: reading.encoding,
      fetchImages: reading.fetchImages === true,
      outlets: reading.outlets !== false,
      dryRun: isDry,
      publish: flags.publish === true,
      concurrency: flags.concurrency,
      signal: interrupt,
      onCrash: crashes.add,
      ...(progress && { onProgress: progress.show }),
    };
    const onStory = async (result: StoryResult): Promise<void> => {
      if (result.outcome === "failed") failed.push(result);
      await output?.story(result);
    };
    const summary =
      flags.plan === undefined
        ? await runStories(options, onStory)
        : await plan(options, flags.plan, onStory);
    await tell(summary);
    return exitCodeOf(summary);
  } catch (error) {
    // Stories imported before the lake became unreachable must still be reported.
    if (error instanceof ImportError && error.report) await tell(error.report);
    throw error;
  } finally {
    await progress?.end();
    output?.close();
    journal?.close();
    await target.close();
  }
}

interface Stories extends Required<Pick<ImportOptions, "inputs" | "stdin">> {
  readonly options: ReadingOptions;
}

/** What to import: the named inputs, or what failed in an earlier run, read as it was then unless flags say otherwise. */
async function storiesOf(
  named: readonly string[],
  { retry, mapping, encoding, fetchImages, outlets }: ImportFlags,
  { stdin }: Terminal,
  deadLetters: string,
): Promise<Stories> {
  if ((retry === undefined) === (named.length === 0)) {
    throw new CliError("Cannot import: expected either inputs or a run to retry", {
      exitCode: exitCodes.wrongUsage,
      hint: "Name files or folders, or use --retry with the name of a run that had failed stories.",
    });
  }
  const options = {
    // A retry may be started elsewhere.
    ...(mapping !== undefined && { mapping: resolve(mapping) }),
    ...(encoding !== undefined && { encoding }),
    ...(fetchImages !== undefined && { fetchImages }),
    ...(!outlets && { outlets }),
  };
  if (retry === undefined) return { inputs: named, stdin, options };
  const { inputs, stdin: bytes, options: earlier } = await readDeadLetters(deadLetters, retry);
  const again = bytes === undefined ? stdin : streamOfBytes(bytes);
  return { inputs, stdin: again, options: { ...earlier, ...options } };
}

async function plan(
  options: ImportOptions,
  path: string,
  onStory: (result: StoryResult) => Promise<void>,
): Promise<ImportSummary> {
  const { report, plan } = await planImport(options);
  for (const story of report.stories) await onStory(story);
  try {
    // An incomplete plan must never be applied.
    if (!report.interrupted) await writeFile(path, `${shownJsonLines(plan)}\n`);
  } catch (cause) {
    throw cannotWrite(`"${path}"`, cause);
  }
  const { stories: _stories, problems: _problems, ...summary } = report;
  return summary;
}

/** Failing to save a copy does not fail the import. */
async function keepFailed(
  folder: string,
  failed: Parameters<typeof writeDeadLetters>[1],
  { stderr }: Terminal,
): Promise<string | undefined> {
  try {
    return await writeDeadLetters(folder, failed);
  } catch (error) {
    const why = systemTrouble(error)?.message ?? String(error);
    await stderr.write(
      `Cannot save the failed stories to "${folder}": ${why}\n  Name a folder that you may write to with --data.\n`,
    );
    return undefined;
  }
}

/**
 * Stories that could not be imported count; questions for editors, such as an unknown publication date, do not:
 * otherwise a scheduled import would fail for ever on a story whose date cannot be found.
 */
function exitCodeOf(report: Pick<ImportSummary, "interrupted" | "counts">): ExitCode {
  if (report.interrupted) return exitCodes.interrupted;
  return report.counts.failed > 0 ? exitCodes.someFailed : exitCodes.done;
}
