import { ImportError, openJournal, renderReport, runImport, systemTrouble } from "../../importer/index.ts";
import type { FaultPlan, HistoryLimit } from "../../lake/index.ts";
import { buildStudio } from "../../studio/build-studio.ts";
import { serveStudio } from "../../studio/serve-studio.ts";
import { cannotWrite } from "../cannot-write.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { journalFile } from "../journal-file.ts";
import { openInBrowser } from "../open-in-browser.ts";
import { openProgress } from "../progress.ts";
import { studioFolder } from "../project-folders.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import type { Terminal } from "../terminal.ts";

export interface StartFlags {
  readonly port: number;
  readonly data: string;
  readonly seeds: string;
  /** Commander's form of `--no-import`. */
  readonly import: boolean;
  readonly open?: boolean;
  readonly keepHistory?: HistoryLimit;
  /** In seconds. */
  readonly queryTimeout: number;
  /** Faults to inject on purpose. */
  readonly faults?: FaultPlan;
}

/** `copydesk start`: everything on this machine, until Ctrl-C. */
export async function start(flags: StartFlags, terminal: Terminal): Promise<ExitCode> {
  const { stdout, stderr, interrupt } = terminal;
  const studio = Promise.withResolvers<ReturnType<typeof serveStudio>>();
  // Requests for a Studio that could not be built get this error; without a request it must not crash the process.
  studio.promise.catch(() => undefined);
  // The server comes first: a taken port or data folder shows at once, and editors can watch the import.
  const server = await startServer({
    dataFolder: flags.data,
    port: flags.port,
    studio: studio.promise,
    faults: flags.faults,
    keepHistory: flags.keepHistory,
    maxQueryMs: flags.queryTimeout * 1_000,
    log: (line) => void stderr.write(`${line}\n`),
  });
  try {
    await stderr.write(`Serving at ${server.url}\n`);
    // What goes wrong there goes wrong again for the first who asks, who hears of it.
    server.warmUp().catch(() => {});
    const built = builtStudio((line) => void stderr.write(`${line}\n`));
    await Promise.race([built, aborted(interrupt)]);
    if (interrupt.aborted) return exitCodes.interrupted;
    studio.resolve(serveStudio(studioFolder));
    if (flags.import) await importSeeds(server, flags, terminal);
    if (interrupt.aborted) return exitCodes.interrupted;

    await stdout.write(addresses(server.url));
    if (flags.open && !(await openInBrowser(`${server.url}/studio`))) {
      await stderr.write(`Cannot open a browser\n  Open ${server.url}/studio yourself.\n`);
    }
    await aborted(interrupt);
    await stderr.write("\nShutting down. All content is saved.\n");
    return exitCodes.done;
  } catch (error) {
    studio.reject(error);
    throw error;
  } finally {
    await server.close();
  }
}

/** @throws {CliError} When the built files cannot be written. */
async function builtStudio(onLog: (line: string) => void): Promise<void> {
  try {
    await buildStudio({ outDir: studioFolder, onLog });
  } catch (cause) {
    throw systemTrouble(cause) === undefined ? cause : cannotWrite(`the Studio to "${studioFolder}"`, cause);
  }
}

async function importSeeds(
  server: RunningServer,
  { seeds, data }: StartFlags,
  terminal: Terminal,
): Promise<void> {
  const progress = openProgress(terminal.stderr);
  const journal = openJournal(journalFile(data), "local/production");
  try {
    const report = await runImport({
      inputs: [seeds],
      client: server.client,
      journal,
      signal: terminal.interrupt,
      onProgress: progress.show,
    });
    await progress.end();
    await terminal.stdout.write(renderReport(report, { studioUrl: `${server.url}/studio` }));
  } catch (error) {
    // An empty seeds folder is no reason not to serve.
    if (!(error instanceof ImportError && error.code === "no-stories")) throw error;
    await terminal.stderr.write(`${error.message}\n`);
  } finally {
    await progress.end();
    journal.close();
  }
}

const addresses = (url: string): string => `
  Studio    ${url}/studio
  Frontend  ${url}/read
  API       ${url}/v2025-02-19/data/query/production

Press Ctrl-C to stop.
`;

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
