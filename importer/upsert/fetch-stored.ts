import { z } from "zod";
import { draftId, importRecord, importRecordId } from "../../schemas/index.ts";
import { ImportError } from "../import-error.ts";
import type { StoredDocument } from "../plan/content.ts";
import { SourceDirectory } from "../plan/source-directory.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import type { WantedStory } from "../stages.ts";
import { addEarlierImages } from "./add-earlier-images.ts";
import type { LakeConnection } from "./connect-lake.ts";

const storedDocument = z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() });

/** Reads what the dataset holds for some stories, drafts and published, in one query if nothing has changed its id. */
export async function fetchStored(
  lake: LakeConnection,
  stories: readonly WantedStory[],
): Promise<Map<WantedStory, StoredStory>> {
  const ids = new Map(stories.map((story) => [story, idsOf(story)]));
  const fetchDocuments = async (wanted: readonly string[]): Promise<Map<string, StoredDocument>> => {
    const rows = await readRows(lake, storedDocument, "*[_id in $ids]", { ids: wanted });
    return new Map(rows.map((document) => [document._id, document]));
  };
  const all = await fetchDocuments([...ids.values()].flat());
  const stored = new Map<WantedStory, StoredStory>(
    stories.map((story) => {
      const own = (ids.get(story) ?? []).flatMap((id) => all.get(id) ?? []);
      const record = all.get(importRecordId(story.articleId));
      return [
        story,
        {
          documents: new Map(own.map((document) => [document._id, document])),
          record: importRecord.safeParse(record).data,
          recordRevision: record?._rev,
          movedFrom: undefined,
        },
      ];
    }),
  );
  return addEarlierImages(stored, fetchDocuments);
}

/** Sources are left out: they belong to no story, and are read once for all (see {@link fetchSources}). */
const idsOf = (story: WantedStory): string[] => [
  importRecordId(story.articleId),
  ...story.documents.filter(({ _type }) => _type !== "source").flatMap(({ _id }) => [_id, draftId(_id)]),
];

/** Editors' sources may be unfinished in any way: a name that is not one counts as none. */
const storedSource = storedDocument.extend({
  name: z.string().optional().catch(undefined),
  names: z
    .array(z.looseObject({ value: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  aliases: z.array(z.string()).optional().catch(undefined),
});

/** Reads all sources: there are hundreds of them where there are thousands of stories, and each story needs some. */
export async function fetchSources(lake: LakeConnection): Promise<SourceDirectory> {
  return new SourceDirectory(await readRows(lake, storedSource, '*[_type == "source"]'));
}

const heldSlug = z.object({ _id: z.string(), slug: z.string() });

/** Reads which article holds each of the slugs: the id of a draft or of a published article. */
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
  .extend({ _rev: z.string(), fingerprint: z.string().nullish().catch(undefined) });

/** A text that was imported. */
export interface ImportedText {
  readonly input: string;
  readonly articleId: string;
  readonly contentHash: string;
  readonly recordRevision: string;
  /** Tells stories that are nearly the same; absent for one that is too short to tell. */
  readonly fingerprint: string | undefined;
}

/** Reads what tells all imported texts apart, to know the stories whose files have moved, and their likes. */
export async function fetchImportedTexts(lake: LakeConnection): Promise<ImportedText[]> {
  const query = '*[_type == "importRecord"]{ _rev, contentHash, input, article, fingerprint }';
  const rows = await readRows(lake, importedText, query);
  return rows.map(({ _rev, contentHash, input, article, fingerprint }) => ({
    input,
    articleId: article._ref,
    contentHash,
    recordRevision: _rev,
    fingerprint: fingerprint ?? undefined,
  }));
}

/** Reads which asset an image has whose picture came from an address. */
export async function fetchAssetOf(lake: LakeConnection, url: string): Promise<string | undefined> {
  const query =
    '*[_type == "newsImage" && originalUrl == $url && defined(asset.asset._ref)][0...1]{ "id": asset.asset._ref }';
  const [found] = await readRows(lake, z.object({ id: z.string() }), query, { url });
  return found?.id;
}

const head = z.object({ _id: z.string(), _rev: z.string() });

/** Reads the revisions of those of the documents that exist: a look that costs little, however long they are. */
export async function fetchRevisions(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows(lake, head, "*[_id in $ids]{ _id, _rev }", { ids });
  return new Map(rows.map(({ _id, _rev }) => [_id, _rev]));
}

const recordFacts = importRecord
  .pick({ _id: true, input: true, contentHash: true, rules: true })
  .extend({ rules: z.string().nullish() });

/** What an import record says of the text that was imported. */
export type RecordFacts = z.infer<typeof recordFacts>;

/** Reads what import records say of their texts, without the texts. */
export async function fetchRecordFacts(
  lake: LakeConnection,
  ids: readonly string[],
): Promise<Map<string, RecordFacts>> {
  if (ids.length === 0) return new Map();
  const query = "*[_id in $ids]{ _id, input, contentHash, rules }";
  const rows = await readRows(lake, recordFacts, query, { ids });
  return new Map(rows.map((row) => [row._id, row]));
}

/** Reads the documents of a query. One that is not of the shape is as good as none: somebody else's, or damaged. */
async function readRows<T>(
  lake: LakeConnection,
  row: z.ZodType<T>,
  query: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<T[]> {
  const answer = await lake.read(query, params);
  if (!Array.isArray(answer)) {
    throw new ImportError("lake-refused", "Cannot read from the Content Lake: its answer is no list", {
      hint: "Check that the address is that of a Content Lake.",
    });
  }
  return answer.flatMap((value: unknown) => row.safeParse(value).data ?? []);
}
