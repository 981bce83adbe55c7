import { z } from "zod";
import {
  draftId,
  importRecord,
  importRecordId,
  newsImage,
  publishedId,
  readSnapshot,
} from "../../schemas/index.ts";
import { storedSource } from "../dataset/stored-source.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../lake-connection/fetch-documents.ts";
import { fetchVersions } from "../lake-connection/fetch-versions.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import type { ImportedPicture } from "../assets/picture-supply.ts";
import { SourceDirectory } from "../plan/source-directory.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import type { WantedStory } from "../stages.ts";
import { addImages } from "./add-images.ts";

/** Reads what the dataset holds for some stories: drafts, published documents and what releases have of them. */
export async function fetchStored(
  lake: LakeConnection,
  stories: readonly WantedStory[],
): Promise<Map<WantedStory, StoredStory>> {
  const ids = new Map(stories.map((story) => [story, idsOfStory(story)]));
  const [all, versions] = await Promise.all([
    fetchDocuments(lake, [...ids.values()].flat()),
    fetchVersions(lake, stories.flatMap(contentIdsOf)),
  ]);
  const stored = new Map<WantedStory, StoredStory>(
    stories.map((story) => {
      const own = [
        ...(ids.get(story) ?? []).flatMap((id) => all.get(id) ?? []),
        ...contentIdsOf(story).flatMap((id) => versions.get(id) ?? []),
      ];
      const record = all.get(importRecordId(story.articleId));
      return [
        story,
        {
          documents: new Map(own.map((document) => [document._id, document])),
          record: storedRecord.safeParse(record).data,
          recordRevision: record?._rev,
        },
      ];
    }),
  );
  return addImages(stored, async (missing) => {
    const earlier = await fetchVersions(lake, [...new Set(missing.map(publishedId))]);
    const found = await fetchDocuments(lake, missing);
    for (const version of [...earlier.values()].flat()) found.set(version._id, version);
    return found;
  });
}

/** What people have said of a story, if it can be read no more, is no reason not to know the story. */
const storedRecord = importRecord.extend({ review: importRecord.shape.review.catch(undefined) });

/** Sources are left out: they belong to no story, and are read once for all (see {@link fetchSources}). */
const contentIdsOf = (story: WantedStory): string[] =>
  story.documents.filter(({ _type }) => _type !== "source").map(({ _id }) => _id);

const idsOfStory = (story: WantedStory): string[] => [
  importRecordId(story.articleId),
  ...contentIdsOf(story).flatMap((id) => [id, draftId(id)]),
];

/** Reads all sources: there are far fewer sources than stories, and each story needs some. */
export async function fetchSources(lake: LakeConnection): Promise<SourceDirectory> {
  return new SourceDirectory(await readRows(lake, storedSource, '*[_type == "source"]'));
}

const heldSlug = z.object({ _id: z.string(), slug: z.string() });

/** Reads which article has each of the slugs, as the id of a draft or of a published article. */
export async function fetchSlugHolders(
  lake: LakeConnection,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const query = '*[_type == "article" && slug.current in $slugs]{ _id, "slug": slug.current }';
  const rows = await readRows(lake, heldSlug, query, { slugs });
  return new Map(rows.map(({ _id, slug }) => [slug, _id]));
}

const importedText = importRecord
  .pick({ contentHash: true, input: true, article: true, fingerprint: true })
  .extend({ _rev: z.string(), fingerprint: z.string().nullish().catch(undefined) })
  .transform(({ _rev, contentHash, input, article, fingerprint }) => ({
    input,
    articleId: article._ref,
    contentHash,
    recordRevision: _rev,
    /** For finding near-duplicates; absent for a story that is too short. */
    fingerprint: fingerprint ?? undefined,
  }));

/** A text that was imported. */
export type ImportedText = Readonly<z.infer<typeof importedText>>;

/** Reads what identifies each imported text, to recognise stories whose files have moved, and near-duplicates. */
export const fetchImportedTexts = (lake: LakeConnection): Promise<ImportedText[]> =>
  readRows(
    lake,
    importedText,
    '*[_type == "importRecord"]{ _rev, contentHash, input, article, fingerprint }',
  );

const fetchedAsset = z
  .object({ assetId: z.string(), validator: z.string().nullish() })
  .transform(({ assetId, validator }) => ({ assetId, validator: validator ?? undefined }));

/** Reads the newest asset that was fetched from an address. */
export async function fetchAssetOf(
  lake: LakeConnection,
  url: string,
): Promise<z.infer<typeof fetchedAsset> | undefined> {
  const query =
    '*[_type == "sanity.imageAsset" && source.url == $url] | order(_createdAt desc)[0...1]{ "assetId": _id, "validator": select(source.id != $url => source.id) }';
  const [found] = await readRows(lake, fetchedAsset, query, { url });
  return found;
}

const importedSnapshot = importRecord.pick({ _id: true, snapshot: true });

/** Reads the addresses and assets of the images that stories were last imported with, by the ids of their records. */
export async function fetchImportedPictures(
  lake: LakeConnection,
  recordIds: readonly string[],
): Promise<Map<string, ImportedPicture[]>> {
  if (recordIds.length === 0) return new Map();
  const query = "*[_id in $ids]{ _id, snapshot }";
  const rows = await readRows(lake, importedSnapshot, query, { ids: recordIds });
  return new Map(
    rows.map(({ _id, snapshot }) => [
      _id,
      Object.values(readSnapshot(snapshot)).flatMap((document) => {
        const image = newsImage.safeParse(document).data;
        return image?.originalUrl === undefined
          ? []
          : { url: image.originalUrl, assetId: image.asset?.asset?._ref };
      }),
    ]),
  );
}

const head = z.object({ _id: z.string(), _rev: z.string() });

/** Reads the revisions of the documents that exist: cheap, however long the documents are. */
export async function fetchRevisions(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows(lake, head, "*[_id in $ids]{ _id, _rev }", { ids });
  return new Map(rows.map(({ _id, _rev }) => [_id, _rev]));
}

const recordFacts = importRecord
  .pick({ _id: true, contentHash: true, rules: true })
  .extend({ rules: z.string().nullish(), names: z.array(z.string()).nullish().catch(undefined) });

/** What an import record says about its imported text. */
export type RecordFacts = z.infer<typeof recordFacts>;

/** Reads what import records say about their texts, without the texts. */
export async function fetchRecordFacts(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, RecordFacts>> {
  if (ids.length === 0) return new Map();
  const query = '*[_id in $ids]{ _id, contentHash, rules, "names": identities[].name._ref }';
  const rows = await readRows(lake, recordFacts, query, { ids });
  return new Map(rows.map((row) => [row._id, row]));
}
