/**
 * Document ids. `P` is a published document; `drafts.P` its draft; `versions.R.P` its version in release `R`.
 * The part before `P` is the document's layer.
 */

export const draftsLayer = "drafts";
export const publishedLayer = "";

const draftPrefix = `${draftsLayer}.`;
const versionId = /^versions\.([^.]+)\.(.+)$/;

/** Ids of versions, of whatever release, are those from the first to before the second of these. */
export const versionIdRange = ["versions.", "versions/"] as const;

/** The layer of the versions in a release. */
export const releaseLayer = (release: string): string => `versions.${release}`;

/** The id that drafts, versions and the published document have in common. */
export function publishedIdOf(id: string): string {
  if (id.startsWith(draftPrefix)) return id.slice(draftPrefix.length);
  return versionId.exec(id)?.[2] ?? id;
}

/** The release of a version; `undefined` for drafts and published documents. */
export function releaseOf(id: string): string | undefined {
  return versionId.exec(id)?.[1];
}

/** {@link publishedLayer}, {@link draftsLayer}, or a {@link releaseLayer}. */
export function layerOf(id: string): string {
  if (id.startsWith(draftPrefix)) return draftsLayer;
  const release = releaseOf(id);
  return release === undefined ? publishedLayer : releaseLayer(release);
}

/** Whether an id is that of a version in a release. */
export function isVersionId(id: string): boolean {
  return versionId.test(id);
}

/** The id of a group's document in a layer. */
export function idInLayer(publishedId: string, layer: string): string {
  return layer === publishedLayer ? publishedId : `${layer}.${publishedId}`;
}

/**
 * Whether the lake may store a document under this id (sanity.io/docs/ids): at most 128 letters, digits, `.`, `_`
 * and `-`; no segment empty or led by `-`; `versions` only in front, and then with a release and an id behind it.
 */
export function isValidDocumentId(id: string): boolean {
  if (id.length > 128 || !/^[a-zA-Z0-9_][a-zA-Z0-9_-]*(\.[a-zA-Z0-9_][a-zA-Z0-9_-]*)*$/.test(id))
    return false;
  const segments = id.split(".");
  if (segments[0] === "versions") return segments.length >= 3;
  return !segments.includes("versions");
}
