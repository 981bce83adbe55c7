import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { createFolder } from "../../create-folder.ts";
import { type Journal, type JournalEntry, noJournal } from "./journal.ts";

const row = z
  .object({
    file_state: z.string().nullable(),
    content_hash: z.string(),
    rules: z.string(),
    article_id: z.string(),
    record_revision: z.string(),
  })
  .transform((found): JournalEntry => ({
    fileState: found.file_state ?? undefined,
    contentHash: found.content_hash,
    rules: found.rules,
    articleId: found.article_id,
    recordRevision: found.record_revision,
  }));

const digestRow = z.object({ digest: z.string() });

/** Entries saved together; a killed run may have to check up to this many stories again. */
const mostUnwritten = 500;

/**
 * Opens the journal of one dataset, in a file that the journals of other datasets may share.
 *
 * Losing a journal only costs time, so it never stops a run: a damaged file is recreated, and a run works without a
 * journal if the file is in use by another run or cannot be written.
 *
 * @param dataset Identifies the dataset: the address of its Content Lake, and its name.
 */
export function openJournal(path: string, dataset: string): Journal {
  const database = openDatabase(path);
  if (database === undefined) return noJournal;
  const find = database.prepare("SELECT * FROM stories WHERE dataset = ? AND identity = ?");
  const write = database.prepare("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)");
  const findDigest = database.prepare("SELECT digest FROM files WHERE path = ? AND file_state = ?");
  const writeDigest = database.prepare("INSERT OR REPLACE INTO files VALUES (?, ?, ?)");
  let unwritten = 0;
  let isUsable = true;

  const attempt = <T>(act: () => T): T | undefined => {
    if (!isUsable) return undefined;
    try {
      return act();
    } catch {
      // For example, a full disk.
      isUsable = false;
      return undefined;
    }
  };
  const note = (entry: () => void): void => {
    attempt(() => {
      if (unwritten === 0) database.exec("BEGIN");
      unwritten += 1;
      entry();
      if (unwritten >= mostUnwritten) writeDown();
    });
  };
  const writeDown = (): void => {
    if (unwritten > 0) database.exec("COMMIT");
    unwritten = 0;
  };
  return {
    get: (identity) => attempt(() => row.safeParse(find.get(dataset, identity)).data),
    put(identity, { fileState, contentHash, rules, articleId, recordRevision }) {
      note(() =>
        write.run(dataset, identity, fileState ?? null, contentHash, rules, articleId, recordRevision),
      );
    },
    getDigest: (path, state) => attempt(() => digestRow.safeParse(findDigest.get(path, state)).data?.digest),
    putDigest: (path, state, digest) => note(() => writeDigest.run(path, state, digest)),
    close() {
      attempt(writeDown);
      database.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync | undefined {
  try {
    createFolder(dirname(path));
    try {
      return prepareDatabase(path);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
      return prepareDatabase(path);
    }
  } catch {
    return undefined;
  }
}

function prepareDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // One run at a time: a second run works without a journal.
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF");
    database.exec(`CREATE TABLE IF NOT EXISTS stories (
      dataset TEXT NOT NULL, identity TEXT NOT NULL, file_state TEXT, content_hash TEXT NOT NULL,
      rules TEXT NOT NULL, article_id TEXT NOT NULL, record_revision TEXT NOT NULL,
      PRIMARY KEY (dataset, identity)
    ) STRICT, WITHOUT ROWID`);
    database.exec(`CREATE TABLE IF NOT EXISTS files (
      path TEXT NOT NULL PRIMARY KEY, file_state TEXT NOT NULL, digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`);
    database.exec("BEGIN EXCLUSIVE; COMMIT");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLITE_CORRUPT (11) and SQLITE_NOTADB (26). */
const isDamaged = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && [11, 26].includes(Number(error.errcode) & 0xff);
