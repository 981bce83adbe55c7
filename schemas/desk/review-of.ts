import { publishedId } from "../document-id.ts";
import { valueAt } from "../path.ts";
import { deskStateNames, deskStateOf, isLater } from "./desk-states.ts";
import { mendedProblems, openProblems, type ReviewedStory } from "./open-problems.ts";
import { groupOfProblem } from "./problem-groups.ts";
import type { Review, Settlement } from "./review.ts";
import { type StoryDocument, storyDocumentsOf } from "./story-documents.ts";

/**
 * Works out where a story stands, from its problems and suggestions and what people have said of them, which it keeps.
 *
 * Pure: the same story at the same time gives the same review, and a story that stays in its state keeps its `since`.
 */
export function reviewOf(story: ReviewedStory, now: Date): Review {
  const { record, documents } = story;
  const { article, published, hasDraft } = storyDocumentsOf(publishedId(record.article._ref), documents);
  const { review: known } = record;
  const decision = known?.decision;
  const isOfThisText = decision?.of === record.contentHash;
  const open = openProblems(story).map(({ code }) => code);
  const openSuggestions = (record.suggestions ?? []).filter(({ state }) => state === "open").length;
  const [embargoedUntil, shownFrom] = [article, published].map((one) => textAt(one, "embargoedUntil"));
  const state = deskStateOf({
    article: article && {
      pubStatus: textAt(article, "pubStatus"),
      embargoedUntil,
      isShown: textAt(published, "pubStatus") === "usable" && !isLater(shownFrom, now),
      isWaiting: published === undefined || hasDraft,
    },
    open,
    openSuggestions,
    decision: isOfThisText ? decision : undefined,
    isNewVersion: decision !== undefined && !isOfThisText,
    now,
  });
  const telling = open.filter((code) => groupOfProblem(code) !== "told");
  const codes = [...new Set([...(openSuggestions > 0 ? ["suggestion"] : []), ...telling])];
  const wakesAt = earliest([embargoedUntil, shownFrom, isOfThisText ? decision?.until : undefined], now);
  const language = textAt(article, "language");
  const sources = sourcesOf(article);
  const settled = standingOf(story);
  return {
    _type: "review",
    state,
    gravity: deskStateNames.indexOf(state),
    since: known?.state === state ? known.since : now.toISOString(),
    ...(codes.length > 0 && { open: codes }),
    ...(wakesAt !== undefined && { wakesAt }),
    ...(language !== undefined && { language }),
    ...(sources.length > 0 && { sources }),
    ...(decision && { decision }),
    ...(settled.length > 0 && { settled }),
    ...(known?.assignee !== undefined && { assignee: known.assignee }),
  };
}

/** The settlements that hold: of what went away by itself, only as long as it stays away. */
function standingOf(story: ReviewedStory): Settlement[] {
  const settled = story.record.review?.settled ?? [];
  if (settled.every(({ how }) => how !== "mended")) return settled;
  const mended = new Set(mendedProblems(story).map(({ _key }) => _key));
  return settled.filter(({ _key, how }) => how !== "mended" || mended.has(_key));
}

const textAt = (document: StoryDocument | undefined, field: string): string | undefined => {
  const value = document?.[field];
  return typeof value === "string" ? value : undefined;
};

function sourcesOf(article: StoryDocument | undefined): string[] {
  const all = article?.["infoSources"];
  const ids = (Array.isArray(all) ? all : []).map((member) => valueAt(member, "source._ref"));
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

/** The first of the times that are still to come, in UTC. */
function earliest(times: readonly (string | undefined)[], now: Date): string | undefined {
  const ahead = times.filter((time) => isLater(time, now)).map((time) => new Date(time).toISOString());
  return ahead.toSorted()[0];
}
