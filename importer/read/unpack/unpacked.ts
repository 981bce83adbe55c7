import type { Problem } from "../../../schemas/index.ts";

/** Something to unpack: a file, or a stream such as standard input. */
export interface UnpackSource {
  /** Name of the input, in reports and as the first part of the names inside: `wire.zip`. */
  readonly name: string;
  /** Its path, if it is a file: an archive with its directory at the end is then read in place. */
  readonly path?: string;
  /** Its length, if it is a file. */
  readonly sizeBytes?: number;
  /** Reads it from the start. Called at most once. */
  open(): AsyncIterable<Uint8Array>;
}

/** What a web archive says about one page. */
export interface WebCapture {
  /** The requested address, which identifies the story. */
  readonly url: string;
  /** When the page was fetched, ISO 8601. Not the publication date. */
  readonly capturedAt?: string;
  /** Media type that the server declared, in lower case, without parameters. */
  readonly mediaType?: string;
  /** Character set that the server declared. */
  readonly charset?: string;
  /** Language that the server or the archive names: BCP 47, or ISO 639-3 as in Common Crawl's files. */
  readonly language?: string;
}

/** A file that is not a container, wherever it was packed. */
export interface UnpackedFile {
  readonly kind: "file";
  /**
   * Stable path of the file: `story.txt`, `wire.zip!a/b.txt`, `crawl.warc.gz!https://example.org/story`. It names
   * the input first, has `/` between folders, and never leads out of anything.
   */
  readonly name: string;
  /** Its own name, without folders and without the suffix of a compression: `b.txt`. Evidence for the format. */
  readonly fileName: string;
  readonly web?: WebCapture;
  /** Length of a file that was in no container. */
  readonly sizeBytes?: number;
  /**
   * The bytes. They can be read once, before the next file is requested; unread bytes are then skipped.
   * Rejects with an {@link import("./unpack-error.ts").UnpackError} where the archive is damaged or too large.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A result of unpacking: a file, a problem, or, at the end of an archive, a note of what was ignored. */
export type Unpacked =
  | UnpackedFile
  | { readonly kind: "problem"; readonly name: string; readonly problem: Problem }
  | { readonly kind: "note"; readonly name: string; readonly message: string };
