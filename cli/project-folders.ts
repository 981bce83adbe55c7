import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

const inProject = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** A folder as people would type it from the current one. */
function fromHere(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.startsWith("..") || isAbsolute(path) ? folder : path;
}

/** Where the embedded lake keeps its data unless `--data` says otherwise: the same wherever the command is run. */
export const defaultDataFolder = fromHere(inProject(".copydesk"));

/** The stories that `start` imports unless `--seeds` says otherwise. */
export const defaultSeedsFolder = fromHere(inProject("seeds"));

/** Where the built Studio is kept. */
export const studioFolder = inProject("dist/studio");
