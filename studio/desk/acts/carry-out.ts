import type { SanityClient } from "@sanity/client";
import { type ImportRecord, type Review, reviewOf } from "../../../schemas/index.ts";
import { isConflict } from "../../seen/is-conflict.ts";
import { type Act, type Deed, type Refusal, isRefusal } from "./act.ts";
import { documentsAfter } from "./documents-after.ts";
import { isInUse } from "./is-in-use.ts";
import { type StoryNow, readStory } from "./story-now.ts";
import { undoing } from "./undoing.ts";

/** What became of an act. */
export type Outcome = Done | Refusal;

/** An act that was carried out. */
interface Done {
  readonly kind: "done";
  /** Where the story stands now. */
  readonly review: Review;
  /**
   * Gives back exactly what the act has changed, as long as all of that is still so; what was published along stays if
   * others have come to need it.
   */
  undo(): Promise<Outcome>;
}

/** Who acts on which story. */
export interface ActOptions {
  /** Published id of the article. */
  readonly articleId: string;
  /** A user's id. */
  readonly by: string;
  /** Ids of documents that the act looks at and that the article does not refer to. */
  readonly alsoRead?: readonly string[];
  readonly now?: () => Date;
}

/** Others may write to the record of the story at the same moment. */
const mostAttempts = 5;

/**
 * Does something to a story in one transaction: to its documents, to what people have said of it, and to where it stands. It
 * is worked out on the story as it is at the moment, and again if somebody else is quicker, so that nothing of theirs is lost.
 *
 * @throws What the client throws, except where something has moved or is in use.
 */
export async function carryOut(client: SanityClient, act: Act, options: ActOptions): Promise<Outcome> {
  const { articleId, by, alsoRead, now = () => new Date() } = options;
  for (let attempt = 1; ; attempt += 1) {
    const story = await readStory(client, articleId, alsoRead);
    if (story === undefined) return { kind: "gone" };
    const at = now();
    const deed = act(story, { by, at });
    if (isRefusal(deed)) return deed;
    const mutations = [...(deed.along ?? []), ...(deed.mutations ?? [])];
    const suggestions = deed.suggestions && [...deed.suggestions];
    const review = reviewAfter(story, deed, { documents: documentsAfter(story.documents, mutations), at });
    const { _id: id, _rev: ifRevisionID } = story.record;
    const set = { review, ...(suggestions && { suggestions }) };
    try {
      const { transactionId } = await client.mutate([...mutations, { patch: { id, ifRevisionID, set } }], {
        visibility: "sync",
        returnDocuments: false,
      });
      const undo = undoing({ before: story, deed, revision: transactionId });
      return { kind: "done", review, undo: () => carryOutFirst(client, undo, options) };
    } catch (error) {
      if (isInUse(error)) return { kind: "in-use" };
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** Carries out the first of some acts that nothing stands in the way of. */
async function carryOutFirst(
  client: SanityClient,
  [act, ...others]: readonly Act[],
  options: ActOptions,
): Promise<Outcome> {
  if (act === undefined) return { kind: "gone" };
  const outcome = await carryOut(client, act, options);
  const isBarred = outcome.kind === "moved" || outcome.kind === "in-use";
  return isBarred && others.length > 0 ? carryOutFirst(client, others, options) : outcome;
}

/** Where a story stands once something is done to it. */
function reviewAfter(
  { record, documents }: StoryNow,
  { said, suggestions }: Deed,
  after: { readonly documents: StoryNow["documents"]; readonly at: Date },
): Review {
  const { decision, settled, assignee, ...derived } =
    record.review ?? reviewOf({ record, documents }, after.at);
  const review = { ...derived, ...(said ?? { decision, settled, assignee }) };
  const next: ImportRecord = { ...record, ...(suggestions && { suggestions: [...suggestions] }), review };
  return reviewOf({ record: next, documents: after.documents }, after.at);
}
