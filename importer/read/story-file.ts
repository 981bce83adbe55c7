/** A story file whose identity is told, as when it stands no longer below the folder it was imported from. */
export interface StoryFile {
  readonly path: string;
  /** Path below the import root, with `/`. */
  readonly relativePath: string;
}
