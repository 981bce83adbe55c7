/** A story file with a given identity, for example one that is no longer in the folder it was imported from. */
export interface StoryFile {
  readonly path: string;
  /** Path below the import root, with `/`. */
  readonly relativePath: string;
}
