import { fileURLToPath } from "node:url";

/** The project's own folder, wherever the command was called from. */
const projectFolder = fileURLToPath(new URL("..", import.meta.url));

/** Where the embedded lake keeps its data unless `--data` says otherwise. */
export const defaultDataFolder = `${projectFolder}.copydesk`;

/** The stories that `start` imports unless `--seeds` says otherwise. */
export const defaultSeedsFolder = `${projectFolder}seeds`;

/** Where the built Studio is kept. */
export const studioFolder = `${projectFolder}dist/studio`;
