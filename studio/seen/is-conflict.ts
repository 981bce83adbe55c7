/**
 * Whether a transaction was refused because somebody else was quicker. Pure.
 *
 * wire: a revision that is no longer the one named, and a document that is there already, are answered with 409.
 */
export const isConflict = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "statusCode" in error && error.statusCode === 409;
