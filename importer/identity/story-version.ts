/** Which of the versions of a story one is, as far as it says; named as in NewsML-G2 and ninjs. */
export interface StoryVersion {
  /** Counts the versions of the provider. */
  readonly version?: number;
  /** When this version was made, or fetched: ISO 8601 with offset. */
  readonly versionCreated?: string;
}
