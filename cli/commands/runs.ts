import {
  listRuns,
  renderRunDetails,
  renderRuns,
  renderUndo,
  shownJson,
  showRun,
  undoRun,
} from "../../importer/index.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadTarget, type TargetOptions } from "../load-config.ts";
import { openTarget, type OpenTarget } from "../open-target.ts";
import type { Terminal } from "../terminal.ts";

export interface RunsFlags extends TargetOptions {
  readonly json?: boolean;
}

export interface UndoFlags extends RunsFlags {
  readonly dryRun?: boolean;
}

/** `copydesk runs`: the runs that wrote something, or one of them. */
export function runs(run: string | undefined, flags: RunsFlags, terminal: Terminal): Promise<ExitCode> {
  return withTarget(flags, terminal, async ({ client }) => {
    if (run === undefined) {
      const all = await listRuns(client, terminal.interrupt);
      await print(flags.json ? all : renderRuns(all), terminal);
    } else {
      const details = await showRun(client, run, terminal.interrupt);
      await print(flags.json ? details : renderRunDetails(details), terminal);
    }
    return exitCodes.done;
  });
}

/** `copydesk undo`: undoes what a run wrote, except where it has been changed since. */
export function undo(run: string, flags: UndoFlags, terminal: Terminal): Promise<ExitCode> {
  return withTarget(flags, terminal, async ({ client }) => {
    const report = await undoRun({ client, run, dryRun: flags.dryRun === true, signal: terminal.interrupt });
    await print(flags.json ? report : renderUndo(report), terminal);
    return report.interrupted ? exitCodes.interrupted : exitCodes.done;
  });
}

async function withTarget(
  flags: TargetOptions,
  { env }: Terminal,
  act: (target: OpenTarget) => Promise<ExitCode>,
): Promise<ExitCode> {
  const target = await openTarget(loadTarget({ options: flags, env }));
  try {
    return await act(target);
  } finally {
    await target.close();
  }
}

const print = (output: unknown, { stdout }: Terminal): Promise<void> =>
  stdout.write(`${typeof output === "string" ? output : shownJson(output)}\n`);
