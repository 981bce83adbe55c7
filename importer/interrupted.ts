/** Stops a run once its signal is aborted. Not a failure: the report says that the run was interrupted. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  /** The reason in the result of a story for which nothing was written. */
  static readonly reason = "interrupted";
  /** Whether the lake may have carried out the request. */
  readonly isInDoubt: boolean;

  constructor({ isInDoubt = false }: { readonly isInDoubt?: boolean } = {}) {
    super("The run was interrupted");
    this.isInDoubt = isInDoubt;
  }
}
