import { join } from "node:path";

/** Where Node keeps what it has made of the TypeScript sources for the program: half of a start is making that. */
export const compileCache = join(import.meta.dirname, "../node_modules/.cache/copydesk/compiled");
