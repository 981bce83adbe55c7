import { Argument, Command, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import type { BackupFlags } from "./commands/backup.ts";
import type { CheckFlags } from "./commands/check.ts";
import type { ImportFlags } from "./commands/import.ts";
import type { OutletsFlags, OutletsTask } from "./commands/outlets.ts";
import type { ParseFlags } from "./commands/parse.ts";
import type { ApplyFlags } from "./commands/plan.ts";
import type { RestoreFlags } from "./commands/restore.ts";
import type { RunsFlags, UndoFlags } from "./commands/runs.ts";
import type { StartFlags } from "./commands/start.ts";
import { readEncoding } from "./encoding-flag.ts";
import type { ExitCode } from "./exit-codes.ts";
import { readFaults } from "./faults-flag.ts";
import { readHistoryLimit } from "./history-limit.ts";
import { defaultDataFolder, defaultSeedsFolder } from "./project-folders.ts";
import type { Terminal } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";

/**
 * The program with all its commands and flags. The code of a command is loaded when it runs, so that `--help` does
 * not wait for it.
 *
 * @param finish Receives the exit code when a command has finished.
 */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("copydesk")
    .description("Raw news copy in, curated content out.")
    .version(packageJson.version)
    .addHelpText("after", exitCodeHelp);

  program
    .command("start")
    .description("serve Studio, Content Lake and frontend on this machine, and import the seeds")
    .addOption(
      new Option("--port <number>", "port to serve on").default(3333).argParser(wholeNumber(0, 65_535)),
    )
    .addOption(
      new Option("--data <folder>", "folder that holds all content").default(defaultDataFolder, ".copydesk"),
    )
    .addOption(new Option("--seeds <folder>", "stories to import").default(defaultSeedsFolder, "seeds"))
    .option("--no-import", "import nothing")
    .option("--open", "open the Studio in the browser")
    .addOption(
      new Option(
        "--keep-history <limit>",
        "delete older history for good: days such as 90d, or a number of transactions; default: keep all",
      ).argParser(readHistoryLimit),
    )
    .addOption(
      new Option("--query-timeout <seconds>", "how long a query may take")
        .default(60)
        .argParser(wholeNumber(1, 3_600)),
    )
    .addOption(
      new Option("--faults <json>", "fail on purpose, to test clients: see the README").argParser(readFaults),
    )
    .action(async (flags: StartFlags) => {
      const { start } = await import("./commands/start.ts");
      finish(await start(flags, terminal));
    });

  program
    .command("parse")
    .description("print the documents that an import would create, one JSON object per story; needs no CMS")
    .argument("<input...>", "files, folders, or - for standard input")
    .option("--mapping <file>", "YAML or JSON file that maps the fields of JSON, NDJSON and CSV inputs")
    .addOption(encodingOption())
    .addOption(outletsOption())
    .option("--flat", "print bare documents, one per line, for `sanity dataset import`")
    .action(async (inputs: string[], flags: ParseFlags) => {
      const { parse } = await import("./commands/parse.ts");
      finish(await parse(inputs, flags, terminal));
    });

  program
    .command("import")
    .description("import stories as drafts; editors' changes are never overwritten")
    .argument("[input...]", "files, folders, or - for standard input")
    .option("--retry <run>", "instead of inputs: only the stories that failed in that run")
    .option("--dry-run", "print what would change; send no mutation")
    .option("--explain", "print how each line is understood and why; needs no CMS, sends nothing")
    .option("--plan <file>", "like --dry-run, and save the changes to a file for `copydesk apply`")
    .option("--mapping <file>", "YAML or JSON file that maps the fields of JSON, NDJSON and CSV inputs")
    .addOption(encodingOption())
    .addOption(outletsOption())
    .option("--fetch-images", "download the pictures that stories link to on the web")
    .option("--publish", "publish valid stories instead of leaving drafts")
    .option("--json", "print one JSON report on standard output")
    .option("--junit <file>", "also write the report as JUnit XML, for CI")
    .option("--quiet", "print no progress and no report")
    .addOption(
      new Option("--concurrency <number>", "stories processed at a time")
        .default(64)
        .argParser(wholeNumber(1, 256)),
    )
    .action(async (inputs: string[], flags: ImportFlags) => {
      if (flags.explain) {
        const { explain } = await import("./commands/explain.ts");
        finish(await explain(inputs, flags, terminal));
        return;
      }
      const { importStories } = await import("./commands/import.ts");
      finish(await importStories(inputs, flags, terminal));
    });

  program
    .command("plan")
    .description("print a planned import as a diff")
    .addArgument(new Argument("<show>", "what to do with the plan").choices(["show"]))
    .argument("<file>", "a plan written by `copydesk import --plan`")
    .action(async (_show: string, file: string) => {
      const { showPlan } = await import("./commands/plan.ts");
      finish(await showPlan(file, terminal));
    });

  program
    .command("apply")
    .description("write exactly what a plan says; refuse stories whose documents have changed since")
    .argument("<file>", "a plan written by `copydesk import --plan`")
    .option("--json", "print one JSON report on standard output")
    .action(async (file: string, flags: ApplyFlags) => {
      const { apply } = await import("./commands/plan.ts");
      finish(await apply(file, flags, terminal));
    });

  program
    .command("runs")
    .description("list the imports that wrote something, newest first")
    .addArgument(new Argument("[show]", "show one of them").choices(["show"]))
    .argument("[run]", "the run to show")
    .option("--json", "print JSON on standard output")
    .action(async (show: string | undefined, run: string | undefined, flags: RunsFlags, command: Command) => {
      if ((show === undefined) !== (run === undefined)) command.error("error: name the run to show");
      const { runs } = await import("./commands/runs.ts");
      finish(await runs(run, flags, terminal));
    });

  program
    .command("outlets [action] [name]")
    .description("list what is known of the outlets that stories come from")
    .usage("[options] [show <key> | export <file> | import <file>]")
    .option("--json", "print JSON on standard output")
    .action(
      async (action: string | undefined, name: string | undefined, flags: OutletsFlags, command: Command) => {
        const task = outletsTask(action, name);
        if (task === undefined) command.error("error: expected show <key>, export <file> or import <file>");
        const { outlets } = await import("./commands/outlets.ts");
        finish(await outlets(task, flags, terminal));
      },
    );

  program
    .command("undo")
    .description("undo what an import wrote, except what has been changed since; the rest is listed")
    .argument("<run>", "the name of the run, from its report or `copydesk runs`")
    .option("--dry-run", "print what would be undone; send no mutation")
    .option("--json", "print one JSON report on standard output")
    .action(async (run: string, flags: UndoFlags) => {
      const { undo } = await import("./commands/runs.ts");
      finish(await undo(run, flags, terminal));
    });

  program
    .command("check")
    .description("check that all of a lake can be read, and list what is damaged")
    .addOption(dataFolderOption())
    .option("--json", "print JSON on standard output")
    .action(async (flags: CheckFlags) => {
      const { check } = await import("./commands/check.ts");
      finish(await check(flags, terminal));
    });

  program
    .command("backup")
    .description("copy a lake with its assets into one file, also while it is being served")
    .argument("<file>", "the file to write, which must not exist")
    .addOption(dataFolderOption())
    .action(async (file: string, flags: BackupFlags) => {
      const { backup } = await import("./commands/backup.ts");
      finish(await backup(file, flags, terminal));
    });

  program
    .command("restore")
    .description("put a backup into a data folder; the lake that was there is set aside")
    .argument("<file>", "the file that `copydesk backup` wrote")
    .addOption(dataFolderOption())
    .action(async (file: string, flags: RestoreFlags) => {
      const { restore } = await import("./commands/restore.ts");
      finish(await restore(file, flags, terminal));
    });

  for (const command of program.commands.filter((command) => usesLake.has(command.name())))
    addTargetFlags(command);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError("Run with --help for usage.")
      .configureOutput({
        writeOut: (text) => void terminal.stdout.write(text),
        writeErr: (text) => void terminal.stderr.write(text),
      });
  }
  return program;
}

function outletsTask(action: string | undefined, name: string | undefined): OutletsTask | undefined {
  if (action === undefined) return { kind: "list" };
  if (name === undefined) return undefined;
  if (action === "show") return { kind: "show", key: name };
  return action === "export" || action === "import" ? { kind: action, file: name } : undefined;
}

const outletsOption = (): Option =>
  new Option(
    "--no-outlets",
    "read each story by itself: do not learn what stories of one outlet have in common",
  );

const encodingOption = (): Option =>
  new Option(
    "--encoding <name>",
    "encoding of files that do not declare theirs, such as windows-1252",
  ).argParser(readEncoding);

/** Commands that work on a Content Lake and take the flags that choose it. */
const usesLake: ReadonlySet<string> = new Set(["import", "apply", "runs", "outlets", "undo"]);

const dataFolderOption = (): Option =>
  new Option("--data <folder>", "data folder of the embedded lake").default(defaultDataFolder, ".copydesk");

/** Adds the flags that choose a Content Lake. */
const addTargetFlags = (command: Command): Command =>
  command
    .option("--project <id>", "hosted project (or set SANITY_PROJECT_ID)")
    .option("--dataset <name>", "dataset (or set SANITY_DATASET; default: production)")
    .option(
      "--token <token>",
      "token with write access (or set SANITY_TOKEN, which process lists do not show)",
    )
    .option("--api <url>", "address of a running lake, or another API host (or set SANITY_API_HOST)")
    .addOption(dataFolderOption());

const exitCodeHelp = `
Exit codes:
  0    done, also when nothing changed
  1    something outside Copydesk failed: no answer, a refused token, a taken port, a damaged or full data folder
  2    wrong usage or configuration
  4    finished, but at least one story could not be imported
  130  interrupted`;
