/**
 * Ids are made from what identifies a thing in the world, so that importing it again finds the same document. They also
 * say which version of a document is meant: `P` is the published one, `drafts.P` its draft, `versions.R.P` the one in
 * release `R` (sanity.io/docs/ids).
 */

/** No article has such an id. */
const outletPrefix = "outlet.";

const prefixes = { source: "source-", image: "newsimage-", article: "article-" } as const;

/** Id of a source, from a slug of its name. */
export const sourceId = (slug: string): string => prefixes.source + slug;

/** Whether an id is one that {@link sourceId} makes, or that of a draft or version of such a document. */
export const isSourceId = (id: string): boolean => publishedId(id).startsWith(prefixes.source);

/** Id of an image. Not `image-…`: Sanity keeps that prefix for asset documents. */
export const imageId = (key: string): string => prefixes.image + key;

export const articleId = (key: string): string => prefixes.article + key;

/** The key that an {@link articleId} was made from. */
export const keyOfArticle = (id: string): string =>
  id.startsWith(prefixes.article) ? id.slice(prefixes.article.length) : id;

/** Id of the importer's memory of an article. */
export const importRecordId = (articleId: string): string => `import.${articleId}`;

/** Id that import records refer to for a name of their story, so that an index finds them by it. No document has it. */
export const storyNameId = (digest: string): string => `name.${digest}`;

/** Id of what is known of an outlet, by its key: letters, digits, dots and hyphens only. */
export const outletProfileId = (key: string): string => importRecordId(outletPrefix + key);

/** Id of the document that records a run of the importer. */
export const importRunId = (run: string): string => `importRun.${run}`;

/** Id of the draft of a document, whether `id` is its published id, that of a version, or the draft's own. */
export const draftId = (id: string): string => `drafts.${publishedId(id)}`;

/** Id of the version of a document in a release, whichever of the document's ids is given. */
export const versionId = (release: string, id: string): string => `versions.${release}.${publishedId(id)}`;

/** The id a document has once it is published, whether `id` names its draft, a version of it, or itself. */
export function publishedId(id: string): string {
  const read = readDocumentId(id);
  return read.kind === "draft" || read.kind === "version" ? read.base : id;
}

/**
 * What an id says about its document. `base` is what the id was made from: a published id, an article's id, a run, or the
 * key of an outlet.
 */
export type DocumentIdParts =
  | {
      readonly kind: "published" | "draft" | "importRecord" | "importRun" | "outletProfile";
      readonly base: string;
    }
  | { readonly kind: "version"; readonly base: string; readonly release: string };

/**
 * Reads the kind of an id and its parts. The draft or a version of an import record counts as a draft or a version. An id
 * of no known form, such as `versions.R` with nothing after it, counts as that of a published document. Pure.
 */
export function readDocumentId(id: string): DocumentIdParts {
  const [, first, rest = ""] = /^(drafts|versions|import|importRun)\.(.+)$/su.exec(id) ?? [];
  switch (first) {
    case "drafts":
      return { kind: "draft", base: rest };
    case "versions": {
      const [, release, base] = /^([^.]+)\.(.+)$/su.exec(rest) ?? [];
      if (release !== undefined && base !== undefined) return { kind: "version", base, release };
      break;
    }
    case "import":
      return rest.startsWith(outletPrefix)
        ? { kind: "outletProfile", base: rest.slice(outletPrefix.length) }
        : { kind: "importRecord", base: rest };
    case "importRun":
      return { kind: "importRun", base: rest };
    case undefined:
  }
  return { kind: "published", base: id };
}

/** Pattern of the ids of all versions in releases, for `path()` of GROQ. */
export const anyVersion = "versions.**";

/** Whether an id is that of an uploaded picture or other file, which refers to nothing of ours and has no drafts. Pure. */
export const isAssetId = (id: string): boolean => /^(?:image|file)-/.test(id);
