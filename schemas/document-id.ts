/** Ids are made from what identifies a thing in the world, so that importing it again finds the same document. */

/** Id of a source, from a slug of its name. */
export const sourceId = (slug: string): string => `source-${slug}`;

/** Id of an image. Not `image-…`: Sanity keeps that prefix for asset documents. */
export const imageId = (key: string): string => `newsimage-${key}`;

export const articleId = (key: string): string => `article-${key}`;

/** The key that {@link articleId} was made of. */
export const keyOfArticle = (id: string): string => id.replace(/^article-/, "");

/** Id of the importer's memory of an article. */
export const importRecordId = (articleId: string): string => `import.${articleId}`;

/** Id of the account of a run of the importer. */
export const importRunId = (run: string): string => `importRun.${run}`;

const draftPrefix = "drafts.";

/** Id of the draft of a document. */
export const draftId = (publishedId: string): string => draftPrefix + publishedId;

/** The id a document has once it is published, whether `id` names its draft or itself. */
export const publishedId = (id: string): string =>
  id.startsWith(draftPrefix) ? id.slice(draftPrefix.length) : id;
