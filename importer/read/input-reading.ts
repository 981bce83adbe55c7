import { parsersFor } from "../parse/parsers.ts";
import type { ReadInputOptions } from "./read-input.ts";

/** How inputs are read that the operator says this of: by the parsers for the mapping, in the encoding that it may name. */
export const inputReading = (options: Omit<ReadInputOptions, "parsers">): ReadInputOptions => ({
  ...options,
  parsers: parsersFor(options.mapping),
  encoding: options.encoding ?? options.mapping?.encoding,
});
