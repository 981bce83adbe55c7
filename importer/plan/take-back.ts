import { draftId, importRecord, importRecordId } from "../../schemas/index.ts";
import { applyMutations } from "../dataset/apply-mutations.ts";
import { differenceOf } from "../dataset/content.ts";
import { type Mutation, guardOf, idsOf, patchOf } from "../dataset/mutation.ts";
import { addToHistory } from "../dataset/run-history.ts";
import type { StoredStory, StoryPlan } from "./story-plan.ts";

/** What a plan has become. */
interface WrittenPlan {
  readonly plan: Pick<StoryPlan, "articleId" | "mutations">;
  /** What was there before. */
  readonly stored: StoredStory;
  /** The revision of everything that it has written. */
  readonly revision: string;
  /** Published ids of the documents that had moved on when the plan made their drafts. */
  readonly overtaken: readonly string[];
  readonly run: string;
}

/**
 * Mutations that take back the drafts that a plan has just made of published documents which had moved on by then, and
 * let the import record say what it said before, so that the story can be planned again. Pure.
 *
 * They are refused where somebody has written to one of those drafts since. What else the plan has written stays, and can
 * still be undone.
 */
export function takeBack({ plan, stored, revision, overtaken, run }: WrittenPlan): Mutation[] {
  const drafts = overtaken
    .map(draftId)
    .flatMap((_id): Mutation[] => [guardOf({ _id, _rev: revision }), { delete: { id: _id } }]);
  const own = { _id: importRecordId(plan.articleId), _rev: revision };
  if (!idsOf(plan.mutations).includes(own._id)) return drafts;
  const { record } = stored;
  if (record === undefined) return [...drafts, guardOf(own), { delete: { id: own._id } }];
  const before = new Map<string, Readonly<Record<string, unknown>>>(stored.documents).set(record._id, record);
  const now = applyMutations(before, plan.mutations);
  const said = importRecord.safeParse(now.get(own._id)).data ?? record;
  const { history: _, ...former } = record;
  const { set, unset } = differenceOf({ ...said, history: undefined }, former);
  const mutations = [...drafts, patchOf(own, { set, unset: unset.filter((field) => field !== "history") })];
  const history = addToHistory(said.history ?? [], run, now, mutations);
  return [
    ...drafts,
    patchOf(own, { set: { ...set, history }, unset: unset.filter((field) => field !== "history") }),
  ];
}
