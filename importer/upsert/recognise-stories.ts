import { articleId, draftId, importRecordId } from "../../schemas/index.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import { nameIdOf } from "../identity/recorded-identities.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { rulesOfStory } from "../rules-of-story.ts";
import type { Journal } from "../runs/journal/journal.ts";
import type { ReadStory, SeenStory, StoryResult, StoryText } from "../stages.ts";
import { type RecordFacts, fetchRecordFacts, fetchRevisions } from "./fetch-stored.ts";

export interface RecogniseContext {
  readonly lake: LakeConnection;
  readonly journal: Journal;
  /** See `readingRules`. */
  readonly rules: string;
  readonly publish: boolean;
}

/**
 * The results of the stories in a batch that have not changed since their last import, found by comparing only
 * revisions and digests.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function recogniseStories(
  batch: readonly ReadStory[],
  { lake, journal, rules, publish }: RecogniseContext,
): Promise<ReadonlyMap<ReadStory, StoryResult>> {
  const stories = batch.filter((story) => story.kind !== "unusable");
  const ids = stories.map(articleIdOf);
  const revisions = await fetchRevisions(
    lake,
    ids.flatMap((id) => [importRecordId(id), id, draftId(id)]),
  );
  const inDoubt = stories.flatMap((story) =>
    story.kind === "text" && revisions.has(importRecordId(articleIdOf(story)))
      ? [importRecordId(articleIdOf(story))]
      : [],
  );
  const facts = await fetchRecordFacts(lake, inDoubt);

  const unchanged = new Map<ReadStory, StoryResult>();
  for (const story of stories) {
    const id = articleIdOf(story);
    const recordRevision = revisions.get(importRecordId(id));
    const isThere = publish
      ? // A draft may be waiting to be published, even if the source has not changed.
        revisions.has(id) && !revisions.has(draftId(id))
      : revisions.has(id) || revisions.has(draftId(id));
    if (recordRevision === undefined || !isThere) continue;
    const isSame =
      story.kind === "seen"
        ? story.entry.recordRevision === recordRevision
        : isAsImported(story, facts.get(importRecordId(id)), rules);
    if (!isSame) continue;
    const { origin, contentHash } = story;
    if (origin.place !== undefined) {
      const { fileState, place } = origin;
      const own = story.kind === "seen" ? story.entry.rules : rulesOfStory(rules, story);
      journal.put(place, { fileState, contentHash, rules: own, articleId: id, recordRevision });
    }
    unchanged.set(story, {
      input: origin.input,
      outcome: "unchanged",
      articleId: id,
      changes: [],
      problems: [],
    });
  }
  return unchanged;
}

const articleIdOf = (story: StoryText | SeenStory): string =>
  story.kind === "seen" ? story.entry.articleId : articleId(articleKeyOf(story.origin));

const isAsImported = (story: StoryText, facts: RecordFacts | undefined, rules: string): boolean =>
  facts?.contentHash === story.contentHash &&
  facts.rules === rulesOfStory(rules, story) &&
  // The record has its id of the first name.
  (story.origin.alsoKnownAs ?? []).every((identity) => {
    const name = nameIdOf(identity);
    return name === undefined || facts.names?.includes(name) === true;
  });
