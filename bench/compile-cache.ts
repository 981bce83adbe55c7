import { join } from "node:path";

/** Where Node caches the program's compiled TypeScript sources: compiling them takes half of a start. */
export const compileCache = join(import.meta.dirname, "../node_modules/.cache/copydesk/compiled");
