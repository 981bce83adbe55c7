import { readFile } from "node:fs/promises";
import {
  applyPlan,
  parsePlan,
  renderApplied,
  renderPlan,
  shownJson,
  type PlanFile,
} from "../../importer/index.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadTarget, type TargetOptions } from "../load-config.ts";
import { openTarget } from "../open-target.ts";
import type { Terminal } from "../terminal.ts";

export interface ApplyFlags extends TargetOptions {
  readonly json?: boolean;
}

/** `copydesk plan show`: a plan as a readable diff. */
export async function showPlan(file: string, { stdout }: Terminal): Promise<ExitCode> {
  await stdout.write(`${renderPlan(await readPlan(file))}\n`);
  return exitCodes.done;
}

/** `copydesk apply`: writes exactly what a plan says, where nothing has changed since. */
export async function apply(file: string, flags: ApplyFlags, terminal: Terminal): Promise<ExitCode> {
  const plan = await readPlan(file);
  const target = await openTarget(loadTarget({ options: flags, env: terminal.env }));
  try {
    const report = await applyPlan({ client: target.client, plan, signal: terminal.interrupt });
    await terminal.stdout.write(`${flags.json ? shownJson(report) : renderApplied(report)}\n`);
    if (report.interrupted) return exitCodes.interrupted;
    return report.stories.some(({ outcome }) => outcome === "refused")
      ? exitCodes.someFailed
      : exitCodes.done;
  } finally {
    await target.close();
  }
}

async function readPlan(file: string): Promise<PlanFile> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new CliError(`Cannot read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, {
      exitCode: exitCodes.wrongUsage,
      hint: 'Create a plan with "copydesk import --plan <file>".',
      cause,
    });
  }
  return parsePlan(text);
}
