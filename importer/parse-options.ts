import type { Mapping } from "./parse/mapping/mapping.ts";

/** The options for parsing without a CMS. */
export interface ParseOptions {
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly mapping?: Mapping;
  readonly signal?: AbortSignal;
}
