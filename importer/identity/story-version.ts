/** A story's version, if it gives one; named as in NewsML-G2 and ninjs. */
export interface StoryVersion {
  /** The provider's version number. */
  readonly version?: number;
  /** When this version was made, or fetched: ISO 8601 with offset. */
  readonly versionCreated?: string;
}
