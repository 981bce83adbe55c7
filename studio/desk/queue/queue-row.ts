import { z } from "zod";
import { groupOfProblem, publishedId, readDocumentId, review } from "../../../schemas/index.ts";
import { compareTexts, type ListOrder } from "../lists/frozen-list.ts";

/** What a row of the queue shows, and what acts on it need to know. */
export const queueRow = z
  .object({
    recordId: z.string(),
    articleId: z.string().transform(publishedId),
    contentHash: z.string(),
    importedAt: z.string(),
    review: review.omit({ settled: true }).readonly(),
    /** As editors see it; none if it was deleted. */
    article: z
      .object({
        rev: z.string(),
        /** Where it is stored: as a draft, or published. */
        originalId: z.string(),
        headline: z.string().nullish(),
        language: z.string().nullish(),
        pubStatus: z.string().nullish(),
        embargoedUntil: z.string().nullish(),
        source: z.string().nullish(),
        picture: z.string().nullish(),
      })
      .nullable(),
  })
  .readonly();
export type QueueRow = z.infer<typeof queueRow>;

/** Gravest first, then newest; the id, so that no two queues differ. The query orders them alike. */
export const queueOrder: ListOrder<QueueRow> = {
  idOf: ({ recordId }) => recordId,
  compare: (a, b) =>
    a.review.gravity - b.review.gravity ||
    compareTexts(b.importedAt, a.importedAt) ||
    compareTexts(a.recordId, b.recordId),
};

/** Whether there is something of a story that was never published. Pure. */
export const hasDraft = ({ article }: QueueRow): boolean =>
  article !== null && readDocumentId(article.originalId).kind === "draft";

/** Whether there is another story that a story may be, or was said to be. Pure. */
export const canCompare = ({ review: { open = [], decision } }: QueueRow): boolean =>
  decision?.sameAs !== undefined || open.some((code) => groupOfProblem(code) === "duplicate");

/** Reads a {@link queueRow} of an import record, in the perspective of drafts. */
export const rowProjection = `{
  "recordId": _id, "articleId": article._ref, contentHash, importedAt, review,
  "article": article->{
    "rev": _rev, "originalId": _originalId, headline, language, pubStatus, embargoedUntil,
    "source": coalesce(infoSources[0].source->name, sourceLine),
    "picture": leadImage.image->asset.asset._ref
  }
}`;
