import { draftId, publishedId } from "../document-id.ts";
import { referencedIds } from "../referenced-ids.ts";

/** A document as it is stored; drafts and published ones each under their own id. */
export type StoryDocument = Readonly<Record<string, unknown> & { _id: string; _type: string }>;

/** The documents that make up a story, as editors see them. */
export interface StoryDocuments {
  readonly article: StoryDocument | undefined;
  /** What readers may see of the article. */
  readonly published: StoryDocument | undefined;
  /** Whether the article has a draft. */
  readonly hasDraft: boolean;
  /** The pictures that the article shows. */
  readonly pictures: readonly StoryDocument[];
}

/**
 * Picks the documents of a story from among others: whoever asks, and whatever else was read, they are the same. Pure.
 *
 * @param articleId Published id.
 */
export function storyDocumentsOf(articleId: string, all: readonly StoryDocument[]): StoryDocuments {
  const byId = new Map(all.map((document) => [document._id, document]));
  const shown = (id: string): StoryDocument | undefined => byId.get(draftId(id)) ?? byId.get(id);
  const article = shown(articleId);
  return {
    article,
    published: byId.get(articleId),
    hasDraft: byId.has(draftId(articleId)),
    pictures: referencedIds(article)
      .flatMap((id) => shown(publishedId(id)) ?? [])
      .filter(({ _type }) => _type === "newsImage"),
  };
}
