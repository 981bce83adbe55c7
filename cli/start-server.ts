import type { SanityClient } from "@sanity/client";
import { renderFrontend } from "../frontend/render-frontend.ts";
import { type FaultPlan, type HistoryLimit, type Pages, serveLake } from "../lake/index.ts";
import { CliError } from "./cli-error.ts";
import { dataFolderError } from "./data-folder-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { lakeClient } from "./lake-client.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { openRunService, type RunService } from "./run-service/run-service.ts";
import { removeServerNote, writeServerNote } from "./server-file.ts";

/** Lake, Studio and frontend on one address. */
export interface RunningServer {
  readonly url: string;
  readonly client: SanityClient;
  /** Gets ready for queries in the background, so that the first one need not wait for it. */
  warmUp(): Promise<void>;
  /** Ends connections, then closes the lake; everything acknowledged is on disk. */
  close(): Promise<void>;
}

/**
 * Serves a data folder.
 *
 * @param options.studio Answers Studio's pages; a promise, so that the API can serve while Studio is being built.
 * @throws {CliError} When the port is taken or another process serves the folder.
 */
export async function startServer(options: {
  readonly dataFolder: string;
  readonly port: number;
  readonly studio: Promise<Pages>;
  readonly log: (line: string) => void;
  /** Default: all history is kept. */
  readonly keepHistory?: HistoryLimit | undefined;
  /** A minute unless told. */
  readonly maxQueryMs?: number | undefined;
  /** Faults to inject into requests on purpose. */
  readonly faults?: FaultPlan | undefined;
}): Promise<RunningServer> {
  const { dataFolder, port, studio, log, faults, keepHistory, maxQueryMs } = options;
  const lake = openDataFolder({ dataFolder, log, maxQueryMs, ...(keepHistory && { keepHistory }) });
  // Both ask this same server, whose address is known once it listens.
  let frontend: ReturnType<typeof renderFrontend> | undefined;
  let runs: RunService | undefined;
  const pages: Pages = async (request, encodings) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response(null, { status: 302, headers: { location: "/studio" } });
    if (/^\/studio(\/|$)/.test(pathname)) return (await studio)(request, encodings);
    return runs?.answer(request) ?? frontend?.(request);
  };

  try {
    const server = await serveLake(lake, { port, pages, ...(faults && { faults }) });
    const client = lakeClient(server.url, "production");
    frontend = renderFrontend({ client });
    runs = openRunService({ client, dataFolder, log });
    writeServerNote(dataFolder, { url: server.url, pid: process.pid });
    return {
      url: server.url,
      client,
      warmUp: () => lake.warmUp(),
      close: async () => {
        removeServerNote(dataFolder);
        await runs?.stop();
        await server.close();
      },
    };
  } catch (error) {
    await lake.close();
    throw isAddressInUse(error) ? portTaken(port, error) : (dataFolderError(dataFolder, error) ?? error);
  }
}

const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

const portTaken = (port: number, cause: unknown): CliError =>
  new CliError(`Cannot listen on port ${port}: another program is using it`, {
    exitCode: exitCodes.outsideFailed,
    hint: `Choose another with --port, for example --port ${port === 65_535 ? port - 1 : port + 1}.`,
    cause,
  });
