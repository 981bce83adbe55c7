/*
 * How much is too much, for requests and for what becomes of them. sanity.io/docs/technical-limits has the figures of
 * the hosted service.
 */

/** Any request body. */
export const maxBodyBytes = 100_000_000;

/** A request body with mutations or actions. */
export const maxMutationBytes = 4_000_000;

/** Characters of JSON in one document. */
export const maxDocumentCharacters = 32_000_000;

/** What one transaction may write in all: a short patch can write to many places, and a short action copy a document. */
export const maxWrittenCharacters = 100_000_000;

/** Levels of nesting in bodies, parameters, paths and documents; documents of the hosted service have 20. */
export const maxDepth = 200;

/** Levels of nesting in a query. Chains of `||` and `&&` count as one. */
export const maxQueryDepth = 500;

/** Items that a patch may leave empty between the end of an array and the index that it writes to. */
export const maxGap = 1_000;
