import type { Mapping } from "./parse/mapping/mapping.ts";

/** The options for parsing without a CMS. */
export interface ParseOptions {
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly mapping?: Mapping;
  /** Label of the encoding of files that do not show theirs, such as `windows-1252`; that of the mapping unless told. */
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal;
}
