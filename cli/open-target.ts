import type { SanityClient } from "@sanity/client";
import { serveLake } from "../lake/index.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { hostedClient, lakeClient } from "./lake-client.ts";
import type { ImportTarget } from "./load-config.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { findServer } from "./server-file.ts";

/** A target ready to be imported into. */
export interface OpenTarget {
  readonly client: SanityClient;
  /** Where the stories go, in words. */
  readonly description: string;
  /** Identifies the dataset among all that this machine imports into. */
  readonly dataset: string;
  /** Where its documents can be opened; absent for a hosted project, whose Studio may be anywhere. */
  readonly studioUrl?: string;
  close(): Promise<void>;
}

/**
 * Makes a target ready: a hosted project, a running lake, or a lake opened for this run only.
 *
 * @throws {CliError} When a lake that was named does not answer.
 */
export async function openTarget(target: ImportTarget): Promise<OpenTarget> {
  switch (target.kind) {
    case "hosted":
      return {
        client: hostedClient(target),
        description: `hosted Sanity, project ${target.projectId}, dataset ${target.dataset}`,
        dataset: `${target.projectId}/${target.dataset}`,
        close: nothingToClose,
      };
    case "lake":
      if (!(await answers(target.url))) throw notRunning(target.url);
      return runningLake(target.url, target, target.url);
    case "local": {
      const server = findServer(target.dataFolder);
      return server !== undefined && (await answers(server.url))
        ? runningLake(server.url, target, "local")
        : openForThisRun(target);
    }
  }
}

function runningLake(url: string, target: { dataset: string; token?: string }, place: string): OpenTarget {
  return {
    client: lakeClient(url, target.dataset, target.token),
    description: `the lake at ${url}, dataset ${target.dataset}`,
    dataset: `${place}/${target.dataset}`,
    studioUrl: `${url}/studio`,
    close: nothingToClose,
  };
}

async function openForThisRun(target: Extract<ImportTarget, { kind: "local" }>): Promise<OpenTarget> {
  const lake = openDataFolder({ dataFolder: target.dataFolder, datasets: [target.dataset] });
  const server = await serveLake(lake, { port: 0 });
  return {
    client: lakeClient(server.url, target.dataset, target.token),
    description: `the lake in ${target.dataFolder}, dataset ${target.dataset}`,
    dataset: `local/${target.dataset}`,
    // Nothing serves there at this moment; "npm start" does.
    studioUrl: "http://127.0.0.1:3333/studio",
    close: server.close,
  };
}

/** Whether anything answers HTTP there. The first query shows whether it is a lake. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(new URL("/v1/ping", url), { signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}

const notRunning = (url: string): CliError =>
  new CliError(`Cannot reach the lake at ${url}: no answer`, {
    exitCode: exitCodes.outsideFailed,
    hint: 'Start it with "npm start", or leave out --api and SANITY_API_HOST to use the lake of the data folder.',
  });

const nothingToClose = (): Promise<void> => Promise.resolve();
