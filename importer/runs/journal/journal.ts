/** What an earlier run on this machine knows of a story whose import record is in the dataset. */
export interface JournalEntry {
  /** See `fileStateOf`; absent for a story that is not one file. */
  readonly fileState: string | undefined;
  /** SHA-256 of the story's text. */
  readonly contentHash: string;
  /** Digest of the rules that it was read with: see `readingRules`. */
  readonly rules: string;
  readonly articleId: string;
  /** Revision of the import record, from which on nothing about the story was to be written. */
  readonly recordRevision: string;
}

/**
 * A machine's memory of what it has imported, by the identity of each story.
 *
 * It saves time and nothing else: every entry holds only as long as the import record in the dataset has the
 * revision that the entry names, so one that is lost, or that another machine has outdated, costs a second look at
 * the story.
 */
export interface Journal {
  get(identity: string): JournalEntry | undefined;
  put(identity: string, entry: JournalEntry): void;
  /** Writes down what is new. */
  close(): void;
}

/** Remembers nothing. */
export const noJournal: Journal = { get: () => undefined, put: () => {}, close: () => {} };
