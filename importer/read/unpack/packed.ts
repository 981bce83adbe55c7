import type { UnpackBudget } from "./unpack-limits.ts";
import type { Unpacked, WebCapture } from "./unpacked.ts";

/** A file that may be a container itself. */
export interface Packed {
  readonly name: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where the very same bytes can be read again. */
  readonly path?: string | undefined;
  /** Length of a file that is in no container. */
  readonly sizeBytes?: number;
  readonly web?: WebCapture;
}

/** What a reader of one kind of container is given. */
export interface Unpacking {
  readonly budget: UnpackBudget;
  /** Unpacks a file found inside, whatever it is. */
  readonly inner: (packed: Packed) => AsyncGenerator<Unpacked, void, undefined>;
}
