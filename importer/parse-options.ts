import type { Mapping } from "./parse/mapping/mapping.ts";

/** What parsing without any CMS is told. */
export interface ParseOptions {
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly mapping?: Mapping;
  readonly signal?: AbortSignal;
}
