import type { SanityClient } from "@sanity/client";
import {
  canonicalJson,
  draftId,
  importRecordId,
  mendedProblems,
  publishedId,
  reviewOf,
} from "../../../schemas/index.ts";
import { isConflict } from "../../seen/is-conflict.ts";
import { saidOf } from "./act.ts";
import { withSettled } from "./settle-problem.ts";
import { readStory } from "./story-now.ts";

interface KeepOptions {
  /** Who has changed the story: they have mended what went away by that. Without, nobody has. */
  readonly by?: string;
  readonly now?: () => Date;
}

/** Somebody else may be at work on the same story; whoever comes last leaves it right. */
const mostAttempts = 5;

/**
 * Derives anew where a story stands, after somebody has edited it or its time has come, and stores it if it differs.
 * Doing so twice writes once.
 *
 * @param articleId Published id.
 * @returns Whether something was written.
 */
export async function keepReview(
  client: SanityClient,
  articleId: string,
  { by, now = () => new Date() }: KeepOptions = {},
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const story = await readStory(client, articleId);
    if (story === undefined) return false;
    const { record, documents } = story;
    const at = now();
    const known = record.review ?? reviewOf(story, at);
    const settled = new Set(known.settled?.map(({ _key }) => _key));
    const mended = by === undefined ? [] : mendedProblems(story).filter(({ _key }) => !settled.has(_key));
    const more = mended.map(({ _key, code }) => ({ _key, code, how: "mended" as const }));
    const said = withSettled(saidOf(story), more, { by: by ?? "", at });
    const review = reviewOf({ record: { ...record, review: { ...known, ...said } }, documents }, at);
    if (canonicalJson(review) === canonicalJson(record.review)) return false;
    try {
      await client.mutate([{ patch: { id: record._id, ifRevisionID: record._rev, set: { review } } }], {
        visibility: "sync",
        returnDocuments: false,
      });
      return true;
    } catch (error) {
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

/**
 * Published ids of the articles whose review may depend on a document: the article itself, or those that show a picture.
 */
export async function articlesShowing(client: SanityClient, documentId: string): Promise<string[]> {
  const id = publishedId(documentId);
  const query = '*[_type == "article" && (_id in $ids || references($id))]._id';
  const found: string[] = await client.fetch(query, { ids: [id, draftId(id)], id }, { perspective: "raw" });
  // One that was deleted just now is done, which its record does not know yet.
  const isGone = await client.fetch<number>("count(*[_id == $record])", { record: importRecordId(id) });
  return [...new Set([...found.map(publishedId), ...(isGone > 0 ? [id] : [])])];
}

/** The articles of the stories whose time has come, so that they may stand elsewhere now. `$now` is in ISO form. */
export const wakingQuery = '*[_type == "importRecord" && review.wakesAt <= $now].article._ref';

/** Derives anew where the stories stand whose time has come, such as the end of an embargo. */
export async function wakeReviews(client: SanityClient, now: () => Date = () => new Date()): Promise<void> {
  const articles: string[] = await client.fetch(
    wakingQuery,
    { now: now().toISOString() },
    { perspective: "raw" },
  );
  for (const articleId of articles) await keepReview(client, publishedId(articleId), { now });
}
