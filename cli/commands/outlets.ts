import { readFile, writeFile } from "node:fs/promises";
import {
  exportOutlets,
  importOutlets,
  listOutlets,
  renderOutlet,
  renderOutlets,
  shownJson,
  shownJsonLines,
  showOutlet,
} from "../../importer/index.ts";
import { cannotWrite } from "../cannot-write.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadTarget, type TargetOptions } from "../load-config.ts";
import { openTarget } from "../open-target.ts";
import type { Terminal } from "../terminal.ts";

export interface OutletsFlags extends TargetOptions {
  readonly json?: boolean;
}

/** What `copydesk outlets` does: it lists all outlets, or does this to the outlet or the file that is named. */
export type OutletsTask =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly key: string }
  | { readonly kind: "export" | "import"; readonly file: string };

/** `copydesk outlets`: what is known of outlets, shown or shared. */
export async function outlets(task: OutletsTask, flags: OutletsFlags, terminal: Terminal): Promise<ExitCode> {
  const { stdout, stderr, interrupt, env } = terminal;
  const text = task.kind === "import" ? await read(task.file) : "";
  const target = await openTarget(loadTarget({ options: flags, env }));
  const { client } = target;
  try {
    if (task.kind === "list") {
      const all = await listOutlets(client, interrupt);
      await stdout.write(`${flags.json ? shownJson(all) : renderOutlets(all)}\n`);
    } else if (task.kind === "show") {
      const outlet = await showOutlet(client, task.key, interrupt);
      await stdout.write(`${flags.json ? shownJson(outlet) : renderOutlet(outlet)}\n`);
    } else if (task.kind === "export") {
      await write(task.file, `${shownJsonLines(await exportOutlets(client, interrupt))}\n`);
    } else {
      const keys = await importOutlets(client, text, { signal: interrupt, path: task.file });
      await stderr.write(`Learned of ${keys.length} ${keys.length === 1 ? "outlet" : "outlets"}\n`);
    }
    return exitCodes.done;
  } finally {
    await target.close();
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new CliError(`Cannot read "${path}": ${cause instanceof Error ? cause.message : String(cause)}`, {
      exitCode: exitCodes.wrongUsage,
      hint: 'Name a file that "copydesk outlets export" wrote.',
      cause,
    });
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw cannotWrite(`"${path}"`, cause);
  }
}
