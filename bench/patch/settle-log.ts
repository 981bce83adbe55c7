import { statSync } from "node:fs";
import { pagesOfLog } from "../../lake/sqlite/writer-settings.ts";

const pageBytes = 4096;

/**
 * Has a database written to until SQLite has copied its log into the file for the first time. From then on a commit writes
 * over the log; before, it makes it longer, which costs the disk more. What writes more pages is there sooner.
 */
export function settleLog(database: string, write: () => void): void {
  while ((statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) < pagesOfLog * pageBytes)
    write();
}
