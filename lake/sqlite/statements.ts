import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The statements of a database, each prepared once, however often it runs. */
export interface Statements {
  run(sql: string, ...values: SQLInputValue[]): { readonly lastInsertRowid: number };
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): readonly Row[];
  /** Runs `work` in one transaction: all of it is on stable storage afterwards, or nothing. */
  atomically<Result>(work: () => Result): Result;
}

export function statementsOf(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => ({ lastInsertRowid: Number(prepare(sql).run(...values).lastInsertRowid) }),
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    atomically(work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
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
