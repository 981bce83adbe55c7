import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setMaxListeners } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFolder } from "./assets/create-folder.ts";
import { systemClock, type Clock } from "./core/clock.ts";
import type { AskedKey, Dataset } from "./core/dataset.ts";
import { datasetNotFound, lakeIsClosing, plainError } from "./core/lake-error.ts";
import { lakeFilesIn } from "./core/lake-files.ts";
import { maxQueryBytes, maxQueryMs } from "./core/limits.ts";
import type { HistoryLimit } from "./core/history-limit.ts";
import { openDataset } from "./core/open-dataset.ts";
import { expectedKeys, type ExpectedQuery } from "./expected-queries.ts";
import { readKey } from "./query/read-key.ts";
import { idsSelectedBy } from "./query/select-ids.ts";
import type { LakeServices } from "./lake-services.ts";
import { readerPool } from "./readers/reader-pool.ts";
import { checkInBackground } from "./sqlite/check-in-background.ts";
import { documentStore } from "./sqlite/document-store.ts";
import { groupWrites } from "./sqlite/group-writes.ts";
import { lockLake, type LakeLock } from "./sqlite/lake-lock.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { openReader } from "./sqlite/open-reader.ts";
import { LakeFileError } from "./sqlite/lake-file-error.ts";
import { peopleStore } from "./sqlite/people-store.ts";
import { settingsStore } from "./sqlite/settings-store.ts";
import { snapshotDatabase } from "./sqlite/snapshot-database.ts";
import { statementsOf } from "./sqlite/statements.ts";
import { textIndex } from "./sqlite/text-index.ts";
import { valueIndexes as openIndexes } from "./sqlite/value-indexes.ts";

export interface ServicesOptions {
  /** Holds `lake.sqlite` and the uploaded files; created if it does not exist. `:memory:` stores nothing on disk. */
  readonly dataFolder: string;
  /** Lower-case letters and digits: it is part of asset addresses. */
  readonly projectId?: string;
  readonly datasets?: readonly string[];
  /** Old history is taken away at the start and once a day; all is kept unless told. */
  readonly keepHistory?: HistoryLimit;
  /** How long a query may take; a minute unless told. */
  readonly maxQueryMs?: number | undefined;
  /** What will be asked: there are indexes for it as soon as there are enough documents, before anybody has asked. */
  readonly expectedQueries?: readonly ExpectedQuery[];
  /** Bytes up to which the database is checked for damage before it is opened; a longer one is in the background. */
  readonly checkedAtOnce?: number;
  /** Gets one line per refused or failed request. */
  readonly log?: (line: string) => void;
  readonly clock?: Clock;
}

export interface OpenServices extends LakeServices {
  /** Gets ready for queries before there are any. */
  warmUp(): Promise<void>;
  /** Ends every stream, and so releases everyone who waits for changes. */
  endStreams(): void;
  /** Whether indexes are being made for what queries have asked. */
  isIndexing(): boolean;
  /** Ends all queries, and refuses those that are still to come. */
  endQueries(): Promise<void>;
  /** Closes the database. Nothing that was acknowledged is lost, closed or not. */
  close(): void;
}

const snapshotPrefix = "snapshot-";

/** A second or two. */
const defaultCheckedAtOnce = 300_000_000;

/**
 * Opens the services of a lake over one data folder.
 *
 * @throws {LakeFileError} When another lake has the folder open, or its file is damaged or cannot be written.
 */
export function openServices(options: ServicesOptions): OpenServices {
  const {
    projectId = "copydesk",
    clock = systemClock,
    log = () => {},
    maxQueryMs: maxMs = maxQueryMs,
    expectedQueries = [],
    datasets: names = ["production"],
    checkedAtOnce = defaultCheckedAtOnce,
  } = options;
  const inMemory = options.dataFolder === ":memory:";
  const folder = inMemory ? mkdtempSync(join(tmpdir(), "lake-")) : options.dataFolder;
  const { database: file, assetFolder } = lakeFilesIn(folder);
  createFolder(assetFolder);

  const isLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > checkedAtOnce;
  const lock = lockLake(file);
  const database = openLocked(lock, () =>
    openDatabase(file, inMemory ? "while the process runs" : "for good", isLong ? "later" : "now"),
  );
  // Copies that a killed process left behind.
  for (const name of readdirSync(folder).filter((name) => name.startsWith(snapshotPrefix))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const statements = statementsOf(database, log);
  const writes = groupWrites(statements);
  const words = textIndex(statements);
  const stopChecking = isLong
    ? checkInBackground(file, (found) => {
        if (found === "words-damaged") return words.rebuild();
        const message = `Cannot write: lake.sqlite is damaged. End the lake, and run "copydesk check" on its folder`;
        log(message);
        statements.refuseWrites(message);
      })
    : undefined;
  const valueIndexes = openIndexes(statements, {
    readKey,
    now: () => clock.now(),
    expect: () => names.flatMap((name) => expectedKeys(name, expectedQueries, log)),
  });
  const indexing = workInBackground([valueIndexes, words]);
  const storeOptions = {
    isOnlyWriter: true,
    words,
    valueIndexes,
    onAsked(asked: AskedKey): void {
      valueIndexes.ask(asked);
      indexing.look();
    },
  };
  const datasets = new Map(
    names.map((name): [string, Dataset] => [
      name,
      openDataset({
        projectId,
        name,
        store: documentStore(statements, name, storeOptions),
        clock,
        log,
        idsSelectedBy,
      }),
    ]),
  );
  const stopThinning = options.keepHistory && thinDaily([...datasets.values()], options.keepHistory, clock);
  let hasEndedQueries = false;
  /** Those that are being read: each ends what is open of it. */
  const states = new Set<() => void>();
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
    write: (work) => writes.run(work),
    async query({ dataset, userId: identity, origin, signal, ...request }) {
      if (hasEndedQueries) throw lakeIsClosing();
      const context = { identity, now: clock.now(), projectId, dataset };
      const limits = { maxMs, maxBytes: maxQueryBytes, onAsked: storeOptions.onAsked, signal };
      return readerPool.read({ file, request, context, origin }, limits);
    },
    stateOf(name) {
      const reader = openReader(file, log);
      reader.begin();
      // Nobody reads a document of it twice.
      const source = documentStore(reader.statements, name, { cached: 0 });
      // A state begins with the first look at it.
      source.documents([""]);
      const close = (): void => {
        if (!states.delete(close)) return;
        reader.end();
        reader.close();
      };
      states.add(close);
      return { source, close };
    },
    assetFolder,
    async snapshot() {
      const path = join(folder, `${snapshotPrefix}${clock.newId()}.sqlite`);
      const drop = (): Promise<void> => rm(path, { force: true });
      try {
        await snapshotDatabase(file, path);
        return { path, drop };
      } catch (error) {
        await drop();
        throw error instanceof LakeFileError
          ? plainError(503, `Cannot copy the lake: ${error.message}`)
          : error;
      }
    },
    settings: settingsStore(statements),
    people: peopleStore(statements),
    clock,
    closing: closing.signal,
    log,
    isIndexing: () => indexing.isBusy(),
    warmUp: () => readerPool.warmUp(),
    endStreams: () => closing.abort(),
    async endQueries() {
      hasEndedQueries = true;
      await readerPool.release(file);
    },
    close() {
      writes.flush();
      stopThinning?.();
      indexing.stop();
      stopChecking?.();
      for (const close of states) close();
      database.close();
      lock.release();
      if (inMemory) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Releases the lock when what it was taken for cannot be had. */
function openLocked<Opened>(lock: LakeLock, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Between two pieces of work, whoever waits has his turn. */
const pauseMs = 10;
/** Until somebody looks again whether there is anything to do. */
const restMs = 1_000;

/** Something that can be done a little at a time. */
interface BackgroundWork {
  /** @returns Whether there is more to do. */
  work(): boolean;
}

/** Brings indexes up to date while nothing else is to be done. */
function workInBackground(all: readonly BackgroundWork[]): {
  readonly look: () => void;
  readonly isBusy: () => boolean;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout;
  let isBusy = true;
  const goOn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        isBusy = all.map((each) => each.work()).includes(true);
      } catch {
        // A full disk, for one, which the statements have told of. Until then queries look at what is not indexed.
        isBusy = false;
      }
      goOn(isBusy ? pauseMs : restMs);
    }, ms).unref();
  };
  goOn(pauseMs);
  return {
    look() {
      if (isBusy) return;
      isBusy = true;
      goOn(pauseMs);
    },
    isBusy: () => isBusy,
    stop: () => clearTimeout(timer),
  };
}

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
