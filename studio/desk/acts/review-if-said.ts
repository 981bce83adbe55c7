import { reviewOf, type Review } from "../../../schemas/index.ts";
import type { Actor, saidOf } from "./act.ts";
import type { StoryNow } from "./story-now.ts";

/** Where a story would stand once people have said this of it. Pure. */
export function reviewIfSaid(
  { record, documents }: StoryNow,
  said: ReturnType<typeof saidOf> | undefined,
  { at }: Actor,
): Review {
  const known = record.review ?? reviewOf({ record, documents }, at);
  return reviewOf({ record: { ...record, review: { ...known, ...said } }, documents }, at);
}
