import type { Problem } from "../../../schemas/index.ts";

/** Something to unpack: a file, or a stream such as standard input. */
export interface UnpackSource {
  /** What the input is called, in reports and as the first part of the names inside: `wire.zip`. */
  readonly name: string;
  /** Where it is, if it is a file: an archive that has its directory at the end is then read in place. */
  readonly path?: string;
  /** Its length, if it is a file. */
  readonly sizeBytes?: number;
  /** Reads it from the start. Called once at most. */
  open(): AsyncIterable<Uint8Array>;
}

/** What a web archive says of one page. */
export interface WebCapture {
  /** Address that was asked for: it identifies the story. */
  readonly url: string;
  /** When the page was fetched, ISO 8601. That is no publication date. */
  readonly capturedAt?: string;
  /** Media type that the server declared, in lower case, without parameters. */
  readonly mediaType?: string;
  /** Character set that the server declared. */
  readonly charset?: string;
  /** Language that the server or the archive names: BCP 47, or ISO 639-3 as in Common Crawl's files. */
  readonly language?: string;
}

/** A file that is no container, wherever it was packed. */
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
   * The bytes. They can be read once, before the next file is asked for; what is not read by then is passed over.
   * Rejects with an {@link import("./unpack-error.ts").UnpackError} where the archive is damaged or too large.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What unpacking gives: files, what is wrong, and at the end of an archive what was passed over. */
export type Unpacked =
  | UnpackedFile
  | { readonly kind: "problem"; readonly name: string; readonly problem: Problem }
  | { readonly kind: "note"; readonly name: string; readonly message: string };
