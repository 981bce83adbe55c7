import { articleId, draftId, importRecordId } from "../../schemas/index.ts";
import type { PictureSupply } from "../assets/picture-supply.ts";
import { supplyStory } from "../assets/supply-story.ts";
import { articleKeyOf } from "../identity/article-key-of.ts";
import type { Journal } from "../runs/journal/journal.ts";
import { transformStory } from "../parse-inputs.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import { outcomeWithout } from "../problems.ts";
import type { ReadStory, SeenStory, StoryResult, StoryText, UnusableInput, WantedStory } from "../stages.ts";
import type { LakeConnection } from "./connect-lake.ts";
import type { DatasetView } from "./dataset-view.ts";
import { fetchRecordFacts, fetchRevisions, type RecordFacts } from "./fetch-stored.ts";
import { findStored } from "./find-stored.ts";
import type { RunInputs } from "./run-inputs.ts";

/** A story that is done with, or one that there may be something to write for. */
export type LookedUp =
  | { readonly kind: "settled"; readonly result: StoryResult }
  | { readonly kind: "open"; readonly story: WantedStory; readonly stored: StoredStory };

export interface LookUpContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly journal: Journal;
  /** See `readingRules`. */
  readonly rules: string;
  readonly publish: boolean;
  readonly inputs: RunInputs;
  readonly pictures: PictureSupply;
}

/**
 * Looks up a batch of stories in the dataset, in their order. A story whose text and rules are those of its last
 * import, and whose article is there, is unchanged without any look at what it says.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function lookUpStories(
  batch: readonly ReadStory[],
  context: LookUpContext,
): Promise<LookedUp[]> {
  const known = await recognise(batch, context);
  const looked = await Promise.all(
    batch.map(async (story): Promise<LookedUp | WantedStory> => {
      const unchanged = known.get(story);
      return unchanged === undefined ? toWanted(story, context) : { kind: "settled", result: unchanged };
    }),
  );
  const stored = await findStored(
    looked.filter((one) => one.kind === "wanted"),
    context,
  );
  return looked.map((one) => (one.kind === "wanted" ? (stored.get(one) ?? missing(one)) : one));
}

/** The results of the stories that are as they were when they were last imported. */
async function recognise(
  batch: readonly ReadStory[],
  { lake, journal, rules, publish }: LookUpContext,
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
      ? // A draft may wait to be published, whatever the source says.
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
      journal.put(place, { fileState, contentHash, rules, articleId: id, recordRevision });
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

const isAsImported = (
  { origin, contentHash }: StoryText,
  facts: RecordFacts | undefined,
  rules: string,
): boolean =>
  facts?.contentHash === contentHash && facts.rules === rules && facts.input === origin.identity.value;

/** Reads what has not been read, with its pictures, and makes documents of it. */
async function toWanted(story: ReadStory, { pictures }: LookUpContext): Promise<LookedUp | WantedStory> {
  const read: StoryText | UnusableInput = story.kind === "seen" ? await story.read() : story;
  const transformed = transformStory(read.kind === "text" ? await supplyStory(read, pictures) : read);
  if (transformed.kind === "wanted") return transformed;
  const { kind: _, ...rejected } = transformed;
  return {
    kind: "settled",
    result: { ...rejected, outcome: outcomeWithout(rejected.problems), changes: [] },
  };
}

function missing({ origin }: WantedStory): never {
  throw new Error(`BUG: the story "${origin.input}" was not looked up`);
}
