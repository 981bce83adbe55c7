import { isLater, publishedId, storyDocumentsOf } from "../../../schemas/index.ts";
import type { Act, Warning } from "./act.ts";
import type { StoryNow } from "./story-now.ts";

/** Publishes, unless an order of the source speaks against it: then an editor has to be asked, and the act sent without this. */
export const unlessWarned =
  (act: Act): Act =>
  (story, actor) => {
    const warning = warningOf(story, actor.at);
    return warning === undefined ? act(story, actor) : { kind: "warned", warning };
  };

/** The order of its source that speaks against publishing a story, the gravest; `undefined` if none does. */
function warningOf({ record, documents }: StoryNow, now: Date): Warning | undefined {
  const { article } = storyDocumentsOf(publishedId(record.article._ref), documents);
  const state = record.review?.state;
  if (article?.["pubStatus"] === "canceled" || state === "withdrawn") return { order: "withdrawn" };
  if (article?.["pubStatus"] === "withheld") return { order: "withheld" };
  const until = article?.["embargoedUntil"];
  if (typeof until === "string" && isLater(until, now)) return { order: "embargoed", until };
  return state === "embargoed" ? { order: "unclear" } : undefined;
}
