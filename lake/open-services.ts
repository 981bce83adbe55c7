import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock, type Clock } from "./core/clock.ts";
import type { Dataset } from "./core/dataset.ts";
import { datasetNotFound } from "./core/lake-error.ts";
import { openDataset } from "./core/open-dataset.ts";
import type { LakeServices } from "./lake-services.ts";
import { documentStore } from "./sqlite/document-store.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { settingsStore } from "./sqlite/settings-store.ts";
import { statementsOf } from "./sqlite/statements.ts";

export interface ServicesOptions {
  /** Holds `lake.sqlite` and the uploaded files; made if it does not exist. `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** Lower-case letters and digits: asset addresses are made of it. */
  readonly projectId?: string;
  readonly datasets?: readonly string[];
  /** Gets one line per refused or failed request. */
  readonly log?: (line: string) => void;
  readonly clock?: Clock;
}

export interface OpenServices extends LakeServices {
  /** Ends every stream, and so lets go of whoever waits for changes. */
  endStreams(): void;
  /** Closes the database. Nothing that was acknowledged is lost, closed or not. */
  close(): void;
}

/**
 * Opens what a lake answers requests with, over one data folder.
 *
 * @throws {LakeFileError} When another lake has the folder open, or its file is damaged or cannot be written.
 */
export function openServices(options: ServicesOptions): OpenServices {
  const { projectId = "copydesk", clock = systemClock, log = () => {} } = options;
  const inMemory = options.dataFolder === ":memory:";
  const folder = inMemory ? mkdtempSync(join(tmpdir(), "lake-")) : options.dataFolder;
  const assetFolder = join(folder, "assets");
  mkdirSync(assetFolder, { recursive: true });

  const database = openDatabase(inMemory ? ":memory:" : join(folder, "lake.sqlite"));
  const statements = statementsOf(database, log);
  const datasets = new Map(
    (options.datasets ?? ["production"]).map((name): [string, Dataset] => [
      name,
      openDataset({ projectId, name, store: documentStore(statements, name), clock, log }),
    ]),
  );
  const closing = new AbortController();
  // One listener per open stream, and any number of those.
  setMaxListeners(0, closing.signal);

  return {
    projectId,
    dataset(name) {
      const dataset = datasets.get(name);
      if (!dataset) throw datasetNotFound(name);
      return dataset;
    },
    datasetNames: () => [...datasets.keys()],
    assetFolder,
    settings: settingsStore(statements),
    clock,
    closing: closing.signal,
    log,
    endStreams: () => closing.abort(),
    close() {
      database.close();
      if (inMemory) rmSync(folder, { recursive: true, force: true });
    },
  };
}
