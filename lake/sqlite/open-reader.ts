import { DatabaseSync } from "node:sqlite";
import { defineFunctions } from "./define-functions.ts";
import { longestLockMs } from "./longest-lock.ts";
import { statementsOf, type Statements } from "./statements.ts";

/** A connection that reads, beside the one that writes and in any thread. */
export interface Reader {
  readonly statements: Statements;
  /** Whatever is read from now on is the state of this moment, until {@link end}. Every earlier commit is in it. */
  begin(): void;
  end(): void;
  close(): void;
}

/** Opens a reader of a database that this process has open. @param log As {@link statementsOf} has it. */
export function openReader(file: string, log: (line: string) => void): Reader {
  const database = new DatabaseSync(file, { readOnly: true, timeout: longestLockMs });
  database.exec("PRAGMA query_only = ON");
  // Kilobytes, for each reader; behind them is the memory of the operating system, which all of them share.
  database.exec("PRAGMA cache_size = -16384");
  defineFunctions(database);
  return {
    statements: statementsOf(database, log),
    begin: () => database.exec("BEGIN"),
    // A statement that fails may have ended it.
    end: () => database.isTransaction && database.exec("ROLLBACK"),
    close: () => database.close(),
  };
}
