import type { DatabaseSync } from "node:sqlite";
import { compareTime } from "./compare-time.ts";

/**
 * The condition, always true, at which a statement can be stopped. A thread that is ended goes on until SQLite calls it, which
 * a statement without this does not do before it has all its rows. Stands in front, where it is asked of each row.
 */
export const stoppable = "may_go_on()";

/** Makes the functions known to a connection that the lake's statements call. Every connection needs them. */
export function defineFunctions(database: DatabaseSync): void {
  database.function("may_go_on", () => 1);
  database.function("compare_time", { deterministic: true }, compareTime);
}
