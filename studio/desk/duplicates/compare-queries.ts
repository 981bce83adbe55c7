import { z } from "zod";
import { draftId, importRecordId } from "../../../schemas/index.ts";
import type { LiveQuery } from "../../live/use-live-query.ts";

const question = z.object({ code: z.string(), otherId: z.string() });

const asked = z
  .object({
    questions: z.array(question.extend({ _key: z.string() })).nullable(),
    settled: z.array(z.string()).nullable(),
    sameAs: z.string().nullish(),
  })
  .nullable()
  .transform((record): readonly z.infer<typeof question>[] => {
    const settled = new Set(record?.settled);
    const open = (record?.questions ?? []).filter(({ _key }) => !settled.has(_key));
    // One that was rejected as the same can be compared again.
    const kept = record?.sameAs ?? undefined;
    return kept === undefined || open.some(({ otherId }) => otherId === kept)
      ? open
      : [...open, { code: "same", otherId: kept }];
  });

/** The other stories that a story may be. */
export const askedQuery = (articleId: string): LiveQuery<typeof asked> => ({
  query: `*[_id == $recordId][0] {
    "questions": problems[defined(otherId)] {_key, code, otherId},
    "settled": review.settled[]._key,
    "sameAs": review.decision.sameAs
  }`,
  listenTo: "*[_id == $recordId]",
  params: { recordId: importRecordId(articleId) },
  schema: asked,
  perspective: "drafts",
});

const comparedStory = z
  .object({
    contentHash: z.string(),
    input: z.string(),
    article: z
      .looseObject({ language: z.unknown(), direction: z.unknown(), headline: z.unknown() })
      .nullable(),
  })
  .nullable();
export type ComparedStory = NonNullable<z.infer<typeof comparedStory>>;

const pair = z.object({ mine: comparedStory, theirs: comparedStory });

/** Two stories as editors see them. */
export const pairQuery = (mine: string, theirs: string): LiveQuery<typeof pair> => {
  const story = (id: string): string => `*[_id == ${id}][0] {contentHash, input, "article": article->}`;
  const ids = [mine, theirs];
  return {
    query: `{"mine": ${story("$mine")}, "theirs": ${story("$theirs")}}`,
    listenTo: "*[_id in $ids]",
    params: {
      mine: importRecordId(mine),
      theirs: importRecordId(theirs),
      ids: [...ids.map(importRecordId), ...ids, ...ids.map(draftId)],
    },
    schema: pair,
    perspective: "drafts",
  };
};
