import type { UnpackBudget } from "./unpack-limits.ts";
import type { Unpacked, WebCapture } from "./unpacked.ts";

/** A file that may itself be a container. */
export interface Packed {
  readonly name: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where exactly the same bytes can be read again. */
  readonly path?: string | undefined;
  /** Length of a file that is in no container. */
  readonly sizeBytes?: number;
  readonly web?: WebCapture;
}

/** What a container reader needs besides the file. */
export interface Unpacking {
  readonly budget: UnpackBudget;
  /** Unpacks a file found inside, of any kind. */
  readonly inner: (packed: Packed) => AsyncGenerator<Unpacked, void, undefined>;
}
