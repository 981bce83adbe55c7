import { Argument, Command, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import type { ImportFlags } from "./commands/import.ts";
import type { ApplyFlags } from "./commands/plan.ts";
import type { ParseFlags } from "./commands/parse.ts";
import type { RunsFlags, UndoFlags } from "./commands/runs.ts";
import type { StartFlags } from "./commands/start.ts";
import { defaultDataFolder, defaultSeedsFolder } from "./project-folders.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { readEncoding } from "./encoding-flag.ts";
import { readFaults } from "./faults-flag.ts";
import { wholeNumber } from "./whole-number.ts";

/**
 * The program with all its commands and flags. What a command does is loaded when it is called: `--help` need not
 * wait for a lake.
 *
 * @param finish Gets a command's exit code when the command is through.
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
      new Option("--data <folder>", "folder that keeps all content").default(defaultDataFolder, ".copydesk"),
    )
    .addOption(new Option("--seeds <folder>", "stories to import").default(defaultSeedsFolder, "seeds"))
    .option("--no-import", "import nothing")
    .option("--open", "open the Studio in the browser")
    .addOption(
      new Option("--faults <json>", "fail on purpose, to test clients: see the README").argParser(readFaults),
    )
    .action(async (flags: StartFlags) => {
      const { start } = await import("./commands/start.ts");
      finish(await start(flags, terminal));
    });

  program
    .command("parse")
    .description("print the documents that stories become, one JSON object per story; needs no CMS")
    .argument("<input...>", "files, folders, or - for standard input")
    .option("--mapping <file>", "how the fields of NDJSON and CSV inputs are called, in YAML or JSON")
    .addOption(encodingOption())
    .option("--flat", "print the bare documents, one per line, as `sanity dataset import` takes them")
    .action(async (inputs: string[], flags: ParseFlags) => {
      const { parse } = await import("./commands/parse.ts");
      finish(await parse(inputs, flags, terminal));
    });

  program
    .command("import")
    .description("import stories as drafts; what an editor has changed is never overwritten")
    .argument("[input...]", "files, folders, or - for standard input")
    .option("--retry <run>", "instead of inputs: just the stories that failed in that run")
    .option("--dry-run", "print what would change; send no mutation")
    .option("--explain", "print how each line is understood and why; send nothing, ask no CMS")
    .option("--plan <file>", "as --dry-run, and write to a file what `copydesk apply` then does")
    .option("--mapping <file>", "how the fields of NDJSON and CSV inputs are called, in YAML or JSON")
    .addOption(encodingOption())
    .option("--fetch-images", "fetch the pictures that stories have on the web")
    .option("--publish", "publish what is valid instead of leaving drafts")
    .option("--json", "print one JSON report on standard output")
    .option("--junit <file>", "write the report as JUnit XML too, for CI")
    .option("--quiet", "show no progress and no report; the exit code tells")
    .addOption(
      new Option("--concurrency <number>", "stories under way at a time")
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
    .argument("<file>", "the plan, as `copydesk import --plan` wrote it")
    .action(async (_show: string, file: string) => {
      const { showPlan } = await import("./commands/plan.ts");
      finish(await showPlan(file, terminal));
    });

  program
    .command("apply")
    .description("write exactly what a plan says; refuse each story of which a document has moved since")
    .argument("<file>", "the plan, as `copydesk import --plan` wrote it")
    .option("--json", "print one JSON report on standard output")
    .action(async (file: string, flags: ApplyFlags) => {
      const { apply } = await import("./commands/plan.ts");
      finish(await apply(file, flags, terminal));
    });

  program
    .command("runs")
    .description("list the imports that wrote something, the newest first")
    .addArgument(new Argument("[show]", "show one of them").choices(["show"]))
    .argument("[run]", "the run to show")
    .option("--json", "print JSON on standard output")
    .action(async (show: string | undefined, run: string | undefined, flags: RunsFlags, command: Command) => {
      if ((show === undefined) !== (run === undefined)) command.error("error: name the run to show");
      const { runs } = await import("./commands/runs.ts");
      finish(await runs(run, flags, terminal));
    });

  program
    .command("undo")
    .description("take back what an import wrote, where nobody has changed it since; the rest is listed")
    .argument("<run>", "the run, as its report or `copydesk runs` names it")
    .option("--dry-run", "print what would be taken back; send no mutation")
    .option("--json", "print one JSON report on standard output")
    .action(async (run: string, flags: UndoFlags) => {
      const { undo } = await import("./commands/runs.ts");
      finish(await undo(run, flags, terminal));
    });

  for (const command of program.commands.filter((command) => usesLake.has(command.name())))
    addTargetFlags(command);
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

const encodingOption = (): Option =>
  new Option(
    "--encoding <name>",
    "encoding of files that do not show theirs, such as windows-1252",
  ).argParser(readEncoding);

/** Commands that work on a Content Lake, which their last flags choose. */
const usesLake: ReadonlySet<string> = new Set(["import", "apply", "runs", "undo"]);

/** Adds the flags that choose a Content Lake. */
const addTargetFlags = (command: Command): Command =>
  command
    .option("--project <id>", "hosted project; or SANITY_PROJECT_ID")
    .option("--dataset <name>", "dataset, production unless told; or SANITY_DATASET")
    .option("--token <token>", "token with write access; or SANITY_TOKEN, which process lists do not show")
    .option("--api <url>", "address of a running lake, or another API host; or SANITY_API_HOST")
    .addOption(
      new Option("--data <folder>", "data folder of the embedded lake").default(
        defaultDataFolder,
        ".copydesk",
      ),
    );

const exitCodeHelp = `
Exit codes:
  0    done, also when nothing changed
  1    the world outside failed: a lake that does not answer, a refused token, a taken port
  2    wrong usage or configuration
  4    finished, but at least one story could not be imported
  130  interrupted`;
