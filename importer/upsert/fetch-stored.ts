import { z } from "zod";
import { draftId, importRecord, importRecordId } from "../../schemas/index.ts";
import type { StoredDocument } from "../plan/content.ts";
import { SourceDirectory } from "../plan/source-directory.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import type { WantedStory } from "../stages.ts";
import type { LakeConnection } from "./connect-lake.ts";

const storedDocuments = z.array(z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() }));

/** Reads what the dataset holds for some stories, drafts and published, in one query. */
export async function fetchStored(
  lake: LakeConnection,
  stories: readonly WantedStory[],
): Promise<Map<WantedStory, StoredStory>> {
  const ids = new Map(stories.map((story) => [story, idsOf(story)]));
  const answer = await lake.read("*[_id in $ids]", { ids: [...ids.values()].flat() });
  const all = new Map<string, StoredDocument>(
    storedDocuments.parse(answer).map((document) => [document._id, document]),
  );
  return new Map(
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
}

/** Sources are left out: they belong to no story, and are read once for all (see {@link fetchSources}). */
const idsOf = (story: WantedStory): string[] => [
  importRecordId(story.articleId),
  ...story.documents.filter(({ _type }) => _type !== "source").flatMap(({ _id }) => [_id, draftId(_id)]),
];

const storedSources = z.array(
  z.looseObject({
    _id: z.string(),
    _type: z.string(),
    _rev: z.string(),
    name: z.string().nullish(),
    names: z.array(z.looseObject({ value: z.string().nullish() })).nullish(),
    aliases: z.array(z.string()).nullish(),
  }),
);

/** Reads all sources: there are hundreds of them where there are thousands of stories, and each story needs some. */
export async function fetchSources(lake: LakeConnection): Promise<SourceDirectory> {
  return new SourceDirectory(storedSources.parse(await lake.read('*[_type == "source"]', {})));
}

const heldSlugs = z.array(z.object({ _id: z.string(), slug: z.string() }));

/** Reads which article holds each of the slugs: the id of a draft or of a published article. */
export async function fetchSlugHolders(
  lake: LakeConnection,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const query = '*[_type == "article" && slug.current in $slugs]{ _id, "slug": slug.current }';
  return new Map(heldSlugs.parse(await lake.read(query, { slugs })).map(({ _id, slug }) => [slug, _id]));
}

const importedTexts = z.array(
  z.object({ contentHash: z.string(), input: z.string(), article: z.object({ _ref: z.string() }) }),
);

/** A text that was imported, by its digest. */
export interface ImportedText {
  readonly input: string;
  readonly articleId: string;
}

/** Reads the digests of all imported texts, to know the stories whose files have moved. */
export async function fetchImportedTexts(lake: LakeConnection): Promise<Map<string, ImportedText>> {
  const answer = await lake.read('*[_type == "importRecord"]{ contentHash, input, article }', {});
  return new Map(
    importedTexts
      .parse(answer)
      .map(({ contentHash, input, article }) => [contentHash, { input, articleId: article._ref }]),
  );
}
