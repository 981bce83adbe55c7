import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFolder } from "./assets/create-folder.ts";
import { systemClock, type Clock } from "./core/clock.ts";
import type { Dataset } from "./core/dataset.ts";
import { datasetNotFound, plainError } from "./core/lake-error.ts";
import type { HistoryLimit } from "./core/history-limit.ts";
import { openDataset } from "./core/open-dataset.ts";
import { idsSelectedBy } from "./query/select-ids.ts";
import type { LakeServices } from "./lake-services.ts";
import { documentStore } from "./sqlite/document-store.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { LakeFileError } from "./sqlite/lake-file-error.ts";
import { settingsStore } from "./sqlite/settings-store.ts";
import { snapshotDatabase } from "./sqlite/snapshot-database.ts";
import { statementsOf } from "./sqlite/statements.ts";
import { textIndex, type TextIndex } from "./sqlite/text-index.ts";

export interface ServicesOptions {
  /** Holds `lake.sqlite` and the uploaded files; created if it does not exist. `:memory:` stores nothing on disk. */
  readonly dataFolder: string;
  /** Lower-case letters and digits: it is part of asset addresses. */
  readonly projectId?: string;
  readonly datasets?: readonly string[];
  /** Old history is taken away at the start and once a day; all is kept unless told. */
  readonly keepHistory?: HistoryLimit;
  /** Gets one line per refused or failed request. */
  readonly log?: (line: string) => void;
  readonly clock?: Clock;
}

export interface OpenServices extends LakeServices {
  /** Ends every stream, and so releases everyone who waits for changes. */
  endStreams(): void;
  /** Closes the database. Nothing that was acknowledged is lost, closed or not. */
  close(): void;
}

const snapshotPrefix = "snapshot-";

/**
 * Opens the services of a lake over one data folder.
 *
 * @throws {LakeFileError} When another lake has the folder open, or its file is damaged or cannot be written.
 */
export function openServices(options: ServicesOptions): OpenServices {
  const { projectId = "copydesk", clock = systemClock, log = () => {} } = options;
  const inMemory = options.dataFolder === ":memory:";
  const folder = inMemory ? mkdtempSync(join(tmpdir(), "lake-")) : options.dataFolder;
  const assetFolder = join(folder, "assets");
  createFolder(assetFolder);

  const database = openDatabase(inMemory ? ":memory:" : join(folder, "lake.sqlite"));
  // Copies that a killed process left behind.
  for (const name of readdirSync(folder).filter((name) => name.startsWith(snapshotPrefix))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const statements = statementsOf(database, log);
  const words = textIndex(statements);
  const datasets = new Map(
    (options.datasets ?? ["production"]).map((name): [string, Dataset] => [
      name,
      openDataset({
        projectId,
        name,
        store: documentStore(statements, name, words),
        clock,
        log,
        idsSelectedBy,
      }),
    ]),
  );
  const stopThinning = options.keepHistory && thinDaily([...datasets.values()], options.keepHistory, clock);
  const stopIndexing = indexInSpareTime(words);
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
    async snapshot() {
      const path = join(folder, `${snapshotPrefix}${clock.newId()}.sqlite`);
      const drop = (): Promise<void> => rm(path, { force: true });
      try {
        await snapshotDatabase(database, path);
        return { path, drop };
      } catch (error) {
        await drop();
        throw error instanceof LakeFileError
          ? plainError(503, `Cannot copy the lake: ${error.message}`)
          : error;
      }
    },
    settings: settingsStore(statements),
    clock,
    closing: closing.signal,
    log,
    endStreams: () => closing.abort(),
    close() {
      stopThinning?.();
      stopIndexing();
      database.close();
      if (inMemory) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Documents that are indexed in one go: some ten milliseconds. */
const indexedAtOnce = 50;

/** Brings the words of documents into their index, a few at a time. @returns A function that ends it. */
function indexInSpareTime(words: TextIndex): () => void {
  let timer: NodeJS.Timeout;
  const goOn = (ms: number): void => {
    timer = setTimeout(() => {
      let isMore = false;
      try {
        isMore = words.catchUp(indexedAtOnce);
      } catch {
        // A full disk, for one, which the statements have told of. Searches look at what is not indexed, meanwhile.
      }
      goOn(isMore ? pauseMs : restMs);
    }, ms);
    timer.unref();
  };
  goOn(pauseMs);
  return () => clearTimeout(timer);
}

/** Between two lots, for those who read and write. */
const pauseMs = 10;
/** Until somebody looks again whether there is anything to do. */
const restMs = 1_000;

const dayMs = 24 * 60 * 60 * 1000;

/** Takes old history away now and once a day. @returns A function that ends it. */
function thinDaily(datasets: readonly Dataset[], limit: HistoryLimit, clock: Clock): () => void {
  const thin = (): void => datasets.forEach((dataset) => void dataset.thinHistory(limit, clock.now()));
  thin();
  const timer = setInterval(() => {
    try {
      thin();
    } catch {
      // A full disk, for one, which the statements have told of. Tomorrow is another day.
    }
  }, dayMs);
  timer.unref();
  return () => clearInterval(timer);
}
