import { join } from "node:path";

/** The file in a data folder that holds this machine's journal of its imports. */
export const journalFile = (dataFolder: string): string => join(dataFolder, "journal.sqlite");
