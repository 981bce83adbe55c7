import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";

const collect = z.custom<(options: object) => void>((value) => typeof value === "function");

/**
 * Keeps the memory of the process close to what it needs, for work that allocates much and keeps little.
 *
 * V8 lets its spaces grow as long as there is memory, which is hundreds of megabytes on a large
 * machine; an import needs a tenth of that. Call it when everything is loaded, before the work begins.
 */
export function keepMemorySmall(): void {
  // Loading the program has made the space for new objects grow to 64 MB. Collecting as if memory had run out gives
  // all of it back, and it grows no more.
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--expose-gc");
  collect.parse(runInNewContext("gc"))({ type: "major", execution: "sync", flavor: "last-resort" });
  // Long-lived objects are collected before they have grown by a fifth, not only once they have multiplied.
  setFlagsFromString("--heap-growing-percent=20");
}
