import { plainError } from "../core/lake-error.ts";
import { recentlyUsed } from "../core/recently-used.ts";
import { lakeFileError } from "./lake-file-error.ts";
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Queries make statements without end, of which a few come again and again. */
const mostPrepared = 500;

/** The statements of a database, each prepared once as long as it is in use. */
export interface Statements {
  run(
    sql: string,
    ...values: SQLInputValue[]
  ): { readonly lastInsertRowid: number; readonly changes: number };
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): readonly Row[];
  /** Runs `work` in one transaction: all of it is on stable storage afterwards, or nothing. */
  atomically<Result>(work: () => Result): Result;
  /**
   * Runs `work`, in which all that is done atomically is on stable storage only when this returns, or else none of it: they share
   * one wait for the disk. What is thrown in one of them undoes that one alone.
   */
  together(work: () => void): void;
  /** Calls back when all that was written is on stable storage: now, unless writers are together. Never if it is not. */
  onceDurable(callback: () => void): void;
  /** From now on, every transaction is refused with a 503. @param because A sentence without a full stop. */
  refuseWrites(because: string): void;
}

/**
 * @param log Gets a line when the file or its disk fails. Whoever asked gets a 503: clients keep what they had to write, and
 * try again once somebody has made room.
 */
export function statementsOf(database: DatabaseSync, log: (line: string) => void = () => {}): Statements {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const prepared = recentlyUsed<StatementSync>(mostPrepared);
  const prepare = (sql: string): StatementSync => prepared(sql, () => database.prepare(sql));
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      const fault = lakeFileError(error);
      if (fault === undefined) throw error;
      const message = `Cannot use the data folder: ${fault.message}`;
      log(message);
      throw plainError(503, message);
    }
  };
  let refusal: string | undefined;
  /** What is to be called after the transaction that writers share; `undefined` when there is none. */
  let awaited: (() => void)[] | undefined;

  function transaction<Result>(work: () => Result): Result {
    if (refusal !== undefined) throw plainError(503, refusal);
    guarded(() => begin.run());
    try {
      const result = work();
      guarded(() => commit.run());
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself (sqlite.org/lang_transaction.html).
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  function part<Result>(work: () => Result): Result {
    if (!database.isTransaction) throw plainError(503, "Cannot write: another write at the same time failed");
    guarded(() => prepare("SAVEPOINT part").run());
    try {
      const result = work();
      guarded(() => prepare("RELEASE part").run());
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK TO part; RELEASE part");
      throw error;
    }
  }

  return {
    refuseWrites(because) {
      refusal = because;
    },
    run: (sql, ...values) =>
      guarded(() => {
        const { lastInsertRowid, changes } = prepare(sql).run(...values);
        return { lastInsertRowid: Number(lastInsertRowid), changes: Number(changes) };
      }),
    get: (sql, ...values) => guarded(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guarded(() => prepare(sql).all(...values)),
    atomically: (work) => (awaited ? part(work) : transaction(work)),
    together(work) {
      const callbacks: (() => void)[] = [];
      awaited = callbacks;
      try {
        transaction(() => {
          work();
          if (!database.isTransaction)
            throw plainError(503, "Cannot write: the data folder could not be used");
        });
      } finally {
        awaited = undefined;
      }
      for (const callback of callbacks) callback();
    },
    onceDurable(callback) {
      if (awaited) awaited.push(callback);
      else callback();
    },
  };
}

/** @throws {TypeError} When the column does not hold text: the schema says that it does. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`BUG: column "${column}" does not hold text`);
  return value;
}

/** @throws {TypeError} When the column does not hold a JSON array. */
export function listOf(row: Row, column: string): readonly unknown[] {
  const value: unknown = JSON.parse(textOf(row, column));
  if (!Array.isArray(value)) throw new TypeError(`BUG: column "${column}" does not hold a JSON array`);
  return value;
}
