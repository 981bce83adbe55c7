import {
  type ContentDocument,
  type Problem,
  draftId,
  publishedId,
  readDocumentId,
  readSnapshot,
} from "../../schemas/index.ts";
import type { StoredDocument } from "../dataset/stored-document.ts";
import { isOlderVersion } from "../identity/is-older-version.ts";
import { qualityProblemsOf, toProblem } from "../problems.ts";
import type { DocumentChange, WantedStory } from "../stages.ts";
import { buildTransaction } from "./build-transaction.ts";
import { type JudgedDocument, outcomeOf } from "./judge-document.ts";
import { judgeStory } from "./judge-story.ts";
import { keyProblems } from "./key-problems.ts";
import { likenessOf } from "./likeness-of.ts";
import { planRecord } from "./plan-record.ts";
import { planSuggestions } from "./plan-suggestions.ts";
import { resolveStory } from "./resolve-story.ts";
import { writeSnapshot } from "./write-snapshot.ts";
import type { PlanContext, StoredStory, StoryPlan } from "./story-plan.ts";
import { importedOf } from "./write-document.ts";

/**
 * Plans what to do for one story, as one transaction: the sources, images and article it needs, and the record of the
 * import.
 *
 * Pure. Planning again after a plan was written plans nothing. What a person has changed is never overwritten (see
 * `judgeDocument`) but merged with the source's changes. Existing sources are never changed, and with `publish`
 * nothing is published that an editor has worked on.
 */
export function planStory(story: WantedStory, context: PlanContext): StoryPlan {
  const { stored } = context;
  if (stored.record !== undefined && isOlderVersion(story.version, stored.record)) return superseded(story);

  const base = readSnapshot(stored.record?.snapshot);
  const { sources, images, article, base: resolvedBase, resolve, idOf } = resolveStory(story, base, context);
  const documents = judgeStory(
    [...images, article].map((wanted: ContentDocument) => {
      const draft = stored.documents.get(draftId(wanted._id));
      const published = stored.documents.get(wanted._id);
      const resolvedAs = (current: StoredDocument | undefined) => ({
        base: resolvedBase[wanted._id],
        current: resolve(current),
      });
      const versions = versionsOf(wanted._id, stored.documents).map((version) => ({
        version,
        resolved: resolvedAs(version),
        isLocked: context.areReleasesLocked ?? false,
      }));
      const resolved = resolvedAs(draft ?? published);
      return { wanted, base: base[wanted._id], draft, published, versions, resolved };
    }),
  );
  const all = documents.flatMap((document) => [document, ...(document.inReleases ?? [])]);
  const { mutations, changes, problems: obstacles } = buildTransaction(documents, sources, context);
  const written = documents.filter(({ verdict }) => verdict.kind !== "leave");
  const imported = {
    ...resolvedBase,
    ...Object.fromEntries(
      written.map((judged) => [judged.wanted._id, importedOf({ ...judged.wanted }, judged)]),
    ),
  };
  const snapshot = writeSnapshot(imported);
  const found = [
    ...story.problems
      .map((problem) => ({ ...problem, ...(problem.documentId && { documentId: idOf(problem.documentId) }) }))
      .filter((problem) => problem.code !== "new-source" || isCreated(problem, changes)),
    ...all.flatMap(problemsOfMerge),
    ...obstacles,
    ...likenessOf(story, context),
    ...qualityProblemsOf(documents.flatMap(shownAfterwards)),
  ];
  const problems = keyProblems(found, imported, {
    articleId: article._id,
    contentHash: story.contentHash,
  });
  const suggestions = planSuggestions(stored.record?.suggestions ?? [], all, context.run.id);
  const record = isGone(documents)
    ? undefined
    : planRecord(
        story,
        { snapshot, isNews: snapshot !== writeSnapshot(resolvedBase), problems, suggestions },
        context,
        mutations,
      );
  return {
    story,
    articleId: article._id,
    ...namedBefore(story, rankOf(documents, changes)),
    changes: record === undefined ? changes : [...changes, record.change],
    mutations: record === undefined ? mutations : [...mutations, record.mutation],
    problems,
    slug: isGone(documents) ? undefined : article.slug.current,
  };
}

/** What releases and scheduled drafts have of a document. */
const versionsOf = (id: string, documents: StoredStory["documents"]): StoredDocument[] =>
  [...documents.values()].filter(
    ({ _id }) => readDocumentId(_id).kind === "version" && publishedId(_id) === id,
  );

type Judged = JudgedDocument<ContentDocument>;

/** The article comes last; if an editor has deleted it, its story is gone. */
function isGone(documents: readonly Judged[]): boolean {
  const verdict = documents.at(-1)?.verdict;
  return verdict?.kind === "leave" && verdict.because === "deleted";
}

/** A story counts under its most serious outcome. */
function rankOf(
  documents: readonly Judged[],
  changes: readonly DocumentChange[],
): Pick<StoryPlan, "outcome" | "reason"> {
  const verdicts = documents.map(({ verdict }) => verdict);
  const inReleases = documents.flatMap((document) => document.inReleases ?? []);
  const merges = [...verdicts, ...inReleases.map(({ verdict }) => verdict)].filter(
    (verdict) => verdict.kind === "merge",
  );
  if (merges.some(({ conflicts }) => conflicts.length > 0)) return { outcome: "suggested" };
  if (merges.length > 0) return { outcome: "merged" };
  if (verdicts.at(-1)?.kind === "create") return { outcome: "created" };
  if (changes.length > 0) return { outcome: "updated" };
  const isLeft = verdicts.some((verdict) => verdict.kind === "leave" && verdict.because === "deleted");
  return isLeft
    ? { outcome: "skipped", reason: "deleted after import, not recreated" }
    : { outcome: "unchanged" };
}

const isCreated = ({ documentId }: Problem, changes: readonly DocumentChange[]): boolean =>
  documentId !== undefined &&
  changes.some(({ id, kind }) => kind === "create" && publishedId(id) === documentId);

function problemsOfMerge({ wanted, verdict }: Judged): Problem[] {
  const documentId = wanted._id;
  if (verdict.kind === "leave" && verdict.because === "deleted") {
    const message = `The ${wanted._type} was deleted after import and will not be recreated`;
    return [toProblem("deleted-left-alone", message, { documentId })];
  }
  if (verdict.kind !== "merge") return [];
  return verdict.conflicts.map(({ path, current }) => {
    const what = current === undefined ? "removed" : "changed";
    const id = readDocumentId(documentId);
    const message =
      id.kind === "version"
        ? `An editor has worked on the version in the release "${id.release}": it is kept`
        : `An editor has ${what} what the source has changed; the editor's version is kept`;
    return toProblem("suggestion", message, { documentId, path });
  });
}

/** The document as editors will see it once the plan is carried out. */
function shownAfterwards(judged: Judged): { _id: string; _type: string }[] {
  if (judged.verdict.kind === "leave" && judged.verdict.because === "unused") return [];
  const outcome = outcomeOf(judged);
  return outcome === undefined ? [] : [outcome];
}

/** Why nothing is written for a version that is older than the one imported last. */
export const olderVersion = "an older version";

/** Plans nothing for a version that arrives after a newer one. */
function superseded(story: WantedStory): StoryPlan {
  const { articleId } = story;
  const message = "A newer version of the story has already been imported";
  return {
    story,
    articleId,
    outcome: "skipped",
    reason: olderVersion,
    changes: [],
    mutations: [],
    problems: [toProblem("older-version", message, { documentId: articleId })],
    slug: undefined,
  };
}

/** Adds to an unchanged story that was found under another path what that path was. */
function namedBefore(
  { origin: { identity, place } }: WantedStory,
  rank: Pick<StoryPlan, "outcome" | "reason">,
): Pick<StoryPlan, "outcome" | "reason"> {
  const isMoved = identity.kind === "path" && place !== undefined && place !== identity.value;
  return isMoved && rank.outcome === "unchanged"
    ? { ...rank, reason: `already imported as "${identity.value}"` }
    : rank;
}
