/*
 * Limits on requests and on what they write. The limits of the hosted service are at sanity.io/docs/technical-limits.
 */

/** Size of any request body. */
export const maxBodyBytes = 100_000_000;

/** Size of a request body with mutations or actions. */
export const maxMutationBytes = 4_000_000;

/** Characters of JSON in one document. */
export const maxDocumentCharacters = 32_000_000;

/** Characters that one transaction may write: a short patch can write to many places, and an action can copy a document. */
export const maxWrittenCharacters = 100_000_000;

/** Levels of nesting in bodies, parameters, paths and documents. The hosted service allows 20 in documents. */
export const maxDepth = 200;

/** Levels of nesting in a query. A chain of `||` or `&&` counts as one level. */
export const maxQueryDepth = 500;

/** Words and signs in a query: groq-js takes time with their square. A list of any length can be a parameter. */
export const maxQueryWords = 20_000;

/** Calls of a query's own functions, with the calls within those: groq-js writes every one of them out. */
export const maxQueryCalls = 1_000;

/** Empty items that a patch may leave between the end of an array and the index that it writes to. */
export const maxGap = 1_000;

/** How long a query may take, from its arrival on, as at the hosted service. */
export const maxQueryMs = 60_000;

/** How long the query of a patch or a delete may take: nobody else is answered meanwhile. */
export const maxBlockingQueryMs = 3_000;

/** How long the filter of a listener may take for one transaction: nobody else is answered meanwhile. */
export const maxListenerMs = 500;

/** Memory that the values of one query may take, with what the lake remembers of documents beside it. Hosted: 500 MB. */
export const maxQueryBytes = 300_000_000;

/** Queries that may wait until others are done. The hosted service runs 500 at a time. */
export const maxWaitingQueries = 500;
