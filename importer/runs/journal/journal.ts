/** What this machine remembers about a story whose import record is in the dataset. */
export interface JournalEntry {
  /** See `fileStateOf` and `withPictureFiles`; absent for a story that is not one file. */
  readonly fileState: string | undefined;
  /** SHA-256 of the story's text. */
  readonly contentHash: string;
  /** Digest of the rules it was read with: see `readingRules`. */
  readonly rules: string;
  readonly articleId: string;
  /** Revision of the import record after which nothing more had to be written for the story. */
  readonly recordRevision: string;
}

/**
 * A machine's memory of what it has imported, by the identity of each story.
 *
 * It only saves time: an entry is valid only while the import record in the dataset has the revision that the entry
 * names, so a lost or outdated entry costs no more than checking the story again.
 */
export interface Journal {
  get(identity: string): JournalEntry | undefined;
  put(identity: string, entry: JournalEntry): void;
  /** The digest of a file beside a story, if the file was in this state when it was read. */
  getDigest(path: string, fileState: string): string | undefined;
  putDigest(path: string, fileState: string, digest: string): void;
  /** Saves new entries. */
  close(): void;
}

/** Remembers nothing. */
export const noJournal: Journal = {
  get: () => undefined,
  put: () => {},
  getDigest: () => undefined,
  putDigest: () => {},
  close: () => {},
};
