import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemTrouble } from "../../importer/index.ts";
import { checkLake, lakeFilesIn, unpackLake, type LakeCheck } from "../../lake/index.ts";
import { CliError } from "../cli-error.ts";
import { dataFolderError } from "../data-folder-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { runningBackup } from "../running-backup.ts";
import type { Terminal } from "../terminal.ts";

export interface CheckFlags {
  readonly data: string;
  readonly json?: boolean;
}

/** `copydesk check`: whether what a data folder holds can still be read, all of it. */
export async function check({ data, json }: CheckFlags, { stdout }: Terminal): Promise<ExitCode> {
  let found: LakeCheck;
  try {
    found = await checkFolder(data);
  } catch (cause) {
    throw dataFolderError(data, cause) ?? cause;
  }
  await stdout.write(json ? `${JSON.stringify(found)}\n` : renderCheck(data, found));
  return found.damage.length === 0 ? exitCodes.done : exitCodes.outsideFailed;
}

/** A lake that is being served is checked as a copy of one moment, so that nobody has to wait. */
async function checkFolder(data: string): Promise<LakeCheck> {
  const files = lakeFilesIn(data);
  const running = await runningBackup(data, { withoutAssets: true });
  if (running === undefined) return checkLake(files);
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), "copydesk-check-"));
    const { database } = await unpackLake(running, folder);
    return await checkLake({ ...files, database });
  } catch (cause) {
    throw temporaryDiskError(data, cause) ?? cause;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** @returns `undefined` for an error that did not come from the file system. */
function temporaryDiskError(data: string, cause: unknown): CliError | undefined {
  const trouble = systemTrouble(cause);
  if (trouble === undefined) return undefined;
  const why = `no copy of it can be written to "${tmpdir()}" (${trouble.message})`;
  return new CliError(`Cannot check data folder "${data}" while it is being served: ${why}`, {
    exitCode: exitCodes.outsideFailed,
    hint: "Make room there, or set TMPDIR to a folder on another disk.",
    cause,
  });
}

/** More lines than this nobody reads. */
const mostLines = 50;

function renderCheck(data: string, { documents, transactions, assets, damage }: LakeCheck): string {
  const size = `${documents} documents, ${transactions} transactions and ${assets} assets`;
  if (damage.length === 0) return `No damage in ${data}: ${size} checked\n`;
  const lines = damage.slice(0, mostLines).map((line) => `  ${line}\n`);
  const rest = damage.length > mostLines ? `  and ${damage.length - mostLines} more\n` : "";
  return `${data} is damaged: ${size} checked\n${lines.join("")}${rest}Restore a backup with "copydesk restore <file>".\n`;
}
