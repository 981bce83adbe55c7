import { join } from "node:path";

/** The folder in a data folder that holds the stories that failed, by run. */
export const deadLetterFolder = (dataFolder: string): string => join(dataFolder, "dead-letters");
