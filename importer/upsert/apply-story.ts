import { canonicalJson, draftId, importRecordId, readDocumentId } from "../../schemas/index.ts";
import { idsBeneath, idsOf } from "../dataset/mutation.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import { Interrupted } from "../interrupted.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { olderVersion, planStory } from "../plan/plan-story.ts";
import type { PlanContext, StoredStory, StoryPlan } from "../plan/story-plan.ts";
import { takeBack } from "../plan/take-back.ts";
import { type ProblemCode, outcomeWithout, toProblem } from "../problems.ts";
import type { Journal } from "../runs/journal/journal.ts";
import { rulesOfStory } from "../rules-of-story.ts";
import type { StoryResult, WantedStory } from "../stages.ts";
import type { DatasetView } from "./dataset-view.ts";
import { fetchRevisions, fetchStored } from "./fetch-stored.ts";
import { fetchTold } from "./fetch-told.ts";

/** What is needed to write a story. */
export interface ApplyContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly journal: Journal;
  /** See `readingRules`. */
  readonly rules: string;
  readonly publish: boolean;
  readonly run: { readonly id: string; readonly at: string };
  /** Runs one task at a time. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

const mostAttempts = 3;

const isVersionId = (id: string): boolean => readDocumentId(id).kind === "version";

/**
 * Plans a story and carries out the plan in one transaction. A conflict means that its documents were changed since
 * they were read: they are read again and the story is planned again, never forced.
 *
 * @throws {ImportError} When the lake cannot be reached, or refuses the token.
 */
export async function applyStory(
  story: WantedStory,
  stored: StoredStory,
  context: ApplyContext,
): Promise<StoryResult> {
  const plan = planStory(story, planContextOf(stored, context));
  // Stories planned before this one is written must not take its slug.
  context.view.reserveSlug(plan);
  const publishesSource = plan.changes.some(({ type, kind }) => type === "source" && kind === "publish");
  // Several stories may need to publish the same draft of a source: one at a time, so that only the first has to.
  return publishesSource
    ? context.inTurn(() => carryOut(planStory(story, planContextOf(stored, context)), stored, context))
    : carryOut(plan, stored, context);
}

async function carryOut(first: StoryPlan, found: StoredStory, context: ApplyContext): Promise<StoryResult> {
  let [plan, stored, story] = [first, found, first.story];
  let areReleasesLocked = false;
  for (let attempt = 1; plan.mutations.length > 0; attempt += 1) {
    // A run may write several versions of a story, each under an id of its own.
    const parts = [context.run.id, story.articleId, story.contentHash, String(attempt)];
    const transactionId = transactionIdOf(parts);
    const result = await context.lake.commit(plan.mutations, transactionId);
    const isOvertaken =
      result.kind === "done" &&
      result.isWritten &&
      attempt < mostAttempts &&
      (await takeBackOvertaken(plan, stored, { revision: result.transactionId, parts }, context));
    if (result.kind === "done" && !isOvertaken) {
      context.view.noteWritten(plan.mutations, result.transactionId);
      const isRecorded = idsOf(plan.mutations).includes(importRecordId(plan.articleId));
      if (result.isWritten)
        remember(plan, isRecorded ? result.transactionId : stored.recordRevision, context);
      return toResult(withoutExisting(plan, result.alreadyThere));
    }
    const mayBeLocked: boolean = !areReleasesLocked && idsOf(plan.mutations).some(isVersionId);
    if (result.kind === "refused" && !mayBeLocked) return failed(plan, "write-refused", result.message);
    if (result.kind === "conflict" && attempt >= mostAttempts && !mayBeLocked)
      return failed(plan, "conflict", result.message);
    // A release that is scheduled cannot be written to; what the source says is offered then.
    areReleasesLocked ||= mayBeLocked && (result.kind === "refused" || attempt >= mostAttempts);
    await context.view.reloadSources();
    ({ stored, story } = await storedNow(story, stored, context.lake));
    plan = planStory(story, { ...planContextOf(stored, context), areReleasesLocked });
    context.view.reserveSlug(plan);
  }
  // The next import has to notice again that this is not the version in the record.
  if (plan.reason !== olderVersion) remember(plan, stored.recordRevision, context);
  return toResult(plan);
}

/** A story as the dataset has it now, read as editors have said meanwhile. */
async function storedNow(
  story: WantedStory,
  before: StoredStory,
  lake: LakeConnection,
): Promise<{ readonly story: WantedStory; readonly stored: StoredStory }> {
  const stored = (await fetchStored(lake, [story])).get(story) ?? before;
  const isSaid =
    canonicalJson(stored.record?.toldLines ?? []) === canonicalJson(before.record?.toldLines ?? []);
  return isSaid ? { story, stored } : ((await fetchTold(lake, [story])).get(story) ?? { story, stored });
}

/**
 * Takes back the drafts that were made of published documents which somebody else has written to since they were read:
 * the drafts lack that change, and publishing them would lose it. Readers' documents are looked at and never written to,
 * so this can only be known afterwards. Whether there were any, and all of them are taken back.
 */
async function takeBackOvertaken(
  plan: StoryPlan,
  stored: StoredStory,
  { revision, parts }: { readonly revision: string; readonly parts: readonly string[] },
  { lake, run }: ApplyContext,
): Promise<boolean> {
  const beneath = idsBeneath(plan.mutations).flatMap((id) => stored.documents.get(id) ?? []);
  if (beneath.length === 0) return false;
  try {
    const now = await fetchRevisions(
      lake,
      beneath.map(({ _id }) => _id),
    );
    const overtaken = beneath.filter(({ _id, _rev }) => now.get(_id) !== _rev).map(({ _id }) => _id);
    if (overtaken.length === 0) return false;
    const mutations = takeBack({ plan, stored, revision, overtaken, run: run.id });
    return (await lake.commit(mutations, transactionIdOf([...parts, "taken back"]))).kind === "done";
  } catch (error) {
    // What is written is written; the next import does not publish such a draft (see `mayPublish`).
    if (error instanceof Interrupted) return false;
    throw error;
  }
}

/** Notes for later runs on this machine that the story, as it is, needs no more writing. */
function remember(plan: StoryPlan, recordRevision: string | undefined, context: ApplyContext): void {
  const { journal, rules } = context;
  const { origin, contentHash } = plan.story;
  if (recordRevision === undefined || origin.place === undefined) return;
  const { articleId } = plan;
  journal.put(origin.place, {
    fileState: origin.fileState,
    contentHash,
    rules: rulesOfStory(rules, plan.story.read),
    articleId,
    recordRevision,
  });
}

/** What a plan needs, as of now. */
const planContextOf = (stored: StoredStory, { view, publish, rules, run }: ApplyContext): PlanContext => ({
  stored,
  sources: view.sources,
  slugHolder: view.slugHolder,
  similarTo: view.similarTo,
  publish,
  rules,
  run,
});

/** A source that another story has created in the meantime is neither this story's change nor its problem. */
function withoutExisting(plan: StoryPlan, alreadyThere: ReadonlySet<string>): StoryPlan {
  if (alreadyThere.size === 0) return plan;
  const changes = plan.changes.filter(({ id, kind }) => kind !== "create" || !alreadyThere.has(id));
  const problems = plan.problems.filter(
    ({ code, documentId = "" }) =>
      code !== "new-source" || !(alreadyThere.has(documentId) || alreadyThere.has(draftId(documentId))),
  );
  return { ...plan, changes, problems };
}

const toResult = (plan: StoryPlan): StoryResult => ({
  input: plan.story.origin.input,
  outcome: plan.outcome,
  articleId: plan.articleId,
  headline: plan.story.headline,
  changes: plan.changes,
  problems: plan.problems,
  ...(plan.story.leftOut.length === 0 ? {} : { leftOut: plan.story.leftOut }),
  ...(plan.reason === undefined ? {} : { reason: plan.reason }),
});

function failed(plan: StoryPlan, code: ProblemCode, answer: string): StoryResult {
  const message = `Cannot write the story: ${answer}`;
  const problems = [toProblem(code, message, { documentId: plan.articleId })];
  return { ...toResult(plan), outcome: outcomeWithout(problems), changes: [], problems };
}
