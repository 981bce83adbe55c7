import { isLater, publishedId, storyDocumentsOf } from "../../../schemas/index.ts";
import type { Warning } from "./act.ts";
import type { StoryNow } from "./story-now.ts";

/** What tells the orders about a story. */
export interface OrderedStory {
  readonly record: Pick<StoryNow["record"], "article" | "review">;
  readonly documents: StoryNow["documents"];
}

/** The order of its source that speaks against publishing a story, the gravest; `undefined` if none does. Pure. */
export function warningOf({ record, documents }: OrderedStory, now: Date): Warning | undefined {
  const { article } = storyDocumentsOf(publishedId(record.article._ref), documents);
  const state = record.review?.state;
  if (article?.["pubStatus"] === "canceled" || state === "withdrawn") return { order: "withdrawn" };
  if (article?.["pubStatus"] === "withheld") return { order: "withheld" };
  const until = article?.["embargoedUntil"];
  if (typeof until === "string" && isLater(until, now)) return { order: "embargoed", until };
  return state === "embargoed" ? { order: "unclear" } : undefined;
}
