/** Ends what a run is doing once its signal is aborted. Nobody's error: the report says that the run was interrupted. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  /** Why nothing was written for a story, in its result. */
  static readonly reason = "interrupted";
  /** Whether the lake may have carried out what was sent to it. */
  readonly isInDoubt: boolean;

  constructor({ isInDoubt = false }: { readonly isInDoubt?: boolean } = {}) {
    super("The run was interrupted");
    this.isInDoubt = isInDoubt;
  }
}
