import { draftId, importRecordId } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import type { Journal } from "../runs/journal/journal.ts";
import { olderVersion, planStory } from "../plan/plan-story.ts";
import type { StoredStory, StoryPlan } from "../plan/story-plan.ts";
import { transactionPrefix } from "../plan/write-document.ts";
import { outcomeWithout, toProblem, type ProblemCode } from "../problems.ts";
import { idsOf } from "../runs/apply-mutations.ts";
import type { StoryResult, WantedStory } from "../stages.ts";
import type { LakeConnection } from "./connect-lake.ts";
import type { DatasetView } from "./dataset-view.ts";
import { fetchStored } from "./fetch-stored.ts";

/** What a story is written with. */
export interface ApplyContext {
  readonly lake: LakeConnection;
  readonly view: DatasetView;
  readonly journal: Journal;
  /** See `readingRules`. */
  readonly rules: string;
  readonly publish: boolean;
  readonly dryRun: boolean;
  readonly run: { readonly id: string; readonly at: string };
  /** Runs one task at a time. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

const mostAttempts = 3;

/**
 * Plans a story and carries the plan out, in one transaction. A conflict means that somebody has written since
 * the story was read: it is read and planned again, never forced.
 *
 * @throws {ImportError} When the lake cannot be reached, or refuses the token.
 */
export async function applyStory(
  story: WantedStory,
  stored: StoredStory,
  context: ApplyContext,
): Promise<StoryResult> {
  const plan = planWith(story, stored, context);
  const publishesSource = plan.changes.some(({ type, kind }) => type === "source" && kind === "publish");
  // Several stories may want to publish the same draft of a source: in turn, the first does and the others need not.
  return publishesSource
    ? context.inTurn(() => carryOut(planWith(story, stored, context), stored, context))
    : carryOut(plan, stored, context);
}

async function carryOut(first: StoryPlan, found: StoredStory, context: ApplyContext): Promise<StoryResult> {
  const { story } = first;
  let [plan, stored] = [first, found];
  for (let attempt = 1; plan.mutations.length > 0; attempt += 1) {
    // A run may write several versions of a story, each under an id of its own.
    const attempted = [context.run.id, story.articleId, story.contentHash, attempt].join("\n");
    const transactionId = `${transactionPrefix}${shortDigestOf(attempted)}`;
    const result = await context.lake.commit(plan.mutations, transactionId);
    if (result.kind === "done") {
      context.view.noteWritten(plan.mutations, result.transactionId);
      const isRecorded = idsOf(plan.mutations).includes(importRecordId(plan.articleId));
      remember(plan, isRecorded ? result.transactionId : stored.recordRevision, context);
      return toResult(withoutExisting(plan, result.existing));
    }
    if (result.kind === "refused") return failed(plan, "write-refused", result.message);
    if (attempt === mostAttempts) return failed(plan, "conflict", result.message);
    await context.view.reloadSources();
    stored = (await fetchStored(context.lake, [story])).get(story) ?? stored;
    plan = planWith(story, stored, context);
  }
  // The next import has to see again that this is not what the record tells of.
  if (plan.reason !== olderVersion)
    remember(plan, stored.movedFrom?.recordRevision ?? stored.recordRevision, context);
  return toResult(plan);
}

/** Keeps for later runs on this machine that nothing more is to be written for the story as it is. */
function remember(plan: StoryPlan, recordRevision: string | undefined, context: ApplyContext): void {
  const { journal, rules, dryRun } = context;
  const { origin, contentHash } = plan.story;
  const isDone = plan.mutations.length === 0 || !dryRun;
  if (recordRevision === undefined || !isDone || origin.place === undefined) return;
  const { articleId } = plan;
  journal.put(origin.place, {
    fileState: origin.fileState,
    contentHash,
    rules,
    articleId,
    recordRevision,
  });
}

function planWith(story: WantedStory, stored: StoredStory, context: ApplyContext): StoryPlan {
  const { view, publish, rules, run } = context;
  const plan = planStory(story, {
    stored,
    sources: view.sources,
    slugHolder: view.slugHolder,
    similarTo: view.similarTo,
    publish,
    rules,
    run,
  });
  view.reserve(plan);
  return plan;
}

/** A source that another story has made in the meantime is not this story's change, nor its problem. */
function withoutExisting(plan: StoryPlan, existing: ReadonlySet<string>): StoryPlan {
  if (existing.size === 0) return plan;
  const changes = plan.changes.filter(({ id, kind }) => kind !== "create" || !existing.has(id));
  const problems = plan.problems.filter(
    ({ code, documentId = "" }) =>
      code !== "new-source" || !(existing.has(documentId) || existing.has(draftId(documentId))),
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
  ...(plan.reason === undefined ? {} : { reason: plan.reason }),
});

function failed(plan: StoryPlan, code: ProblemCode, answer: string): StoryResult {
  const message = `Nothing of the story was written: ${answer}`;
  const problems = [toProblem(code, message, { documentId: plan.articleId })];
  return { ...toResult(plan), outcome: outcomeWithout(problems), changes: [], problems };
}
