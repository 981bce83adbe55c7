import type { Problem } from "../../schemas/index.ts";
import { toProblem } from "../problems.ts";
import type { WantedStory } from "../stages.ts";
import type { PlanContext } from "./story-plan.ts";

/** How many of the stories that a text is nearly the same as are named, the nearest first. */
const mostNamed = 3;

/**
 * Asks of a new text whether it is one story with others that have nearly the same. Of a text that was imported before, what was
 * asked then still is: which stories came first does not change by asking again. Pure.
 */
export function likenessOf(story: WantedStory, { stored, similarTo }: PlanContext): Problem[] {
  const { record } = stored;
  if (record?.contentHash === story.contentHash)
    return (record.problems ?? []).filter(({ code }) => code === "near-duplicate");
  const all = similarTo(story);
  return all.slice(0, mostNamed).map(({ articleId, input }, number) => {
    const others = number === mostNamed - 1 ? all.length - mostNamed : 0;
    const more = others > 0 ? `, and as ${others} more` : "";
    return toProblem("near-duplicate", `Possibly the same story as "${input}"${more}`, {
      documentId: story.articleId,
      otherId: articleId,
    });
  });
}
