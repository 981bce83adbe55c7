import { join } from "node:path";

/** Where a data folder keeps what this machine remembers of its imports. */
export const journalFile = (dataFolder: string): string => join(dataFolder, "journal.sqlite");
