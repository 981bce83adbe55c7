import {
  type ImportRecord,
  type Problem,
  type Review,
  importRecord,
  openProblems,
  reviewOf,
} from "../../schemas/index.ts";
import type { TestLake } from "./open-test-lake.ts";

/** A story as it is stored: what the desk knows of it, and what anybody would work out. */
export interface StoredStory {
  readonly articleId: string;
  readonly record: ImportRecord;
  readonly review: Review;
  /** The review derived anew. */
  readonly fresh: Review;
  readonly open: readonly Problem[];
  /** Every other document, by its id, as a client reads it. */
  readonly documents: ReadonlyMap<
    string,
    Readonly<Record<string, unknown> & { _id: string; _type: string; _rev: string }>
  >;
}

/** Reads the one story of a lake. */
export async function readStoredStory({ client }: Pick<TestLake, "client">): Promise<StoredStory> {
  const [found] = await client.fetch<unknown[]>('*[_type == "importRecord"]');
  const record = importRecord.parse(found);
  if (record.review === undefined) throw new Error("the story has no review");
  const all = await client.fetch('*[_type in ["article", "newsImage", "source"]]');
  const documents: StoredStory["documents"] = new Map(all.map((one: { _id: string }) => [one._id, one]));
  const story = { record, documents: [...documents.values()] };
  return {
    articleId: record.article._ref,
    record,
    review: record.review,
    fresh: reviewOf(story, new Date()),
    open: openProblems(story),
    documents,
  };
}

/** Begins a draft of a published article, with a change, as an editor does. */
export async function beginDraft(
  { client }: Pick<TestLake, "client">,
  articleId: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const published = await client.getDocument(articleId);
  await client.create({ ...published, _id: `drafts.${articleId}`, _type: "article", ...change });
}
