import type { Crash } from "./crash.ts";
import type { ImportNote } from "./stages.ts";
import type { Mapping } from "./parse/mapping/mapping.ts";

/** The options for parsing without a CMS. */
export interface ParseOptions {
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly mapping?: Mapping;
  /** Label of the encoding of files that do not show theirs, such as `windows-1252`; that of the mapping unless told. */
  readonly encoding?: string | undefined;
  /** Learns what the inputs of one outlet have in common, and reads them by it (default: yes). */
  readonly outlets?: boolean;
  readonly signal?: AbortSignal;
  /** Told what is passed over, since it is no story by its nature. */
  readonly onNote?: (note: ImportNote) => void;
  /** Told of each story that the program has failed on, with the error: such a story fails, and the others go on. */
  readonly onCrash?: ((crash: Crash) => void) | undefined;
}
