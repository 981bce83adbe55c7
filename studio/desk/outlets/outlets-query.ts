import { z } from "zod";
import { outletProfile } from "../../../schemas/index.ts";
import type { LiveQuery } from "../../live/use-live-query.ts";

const shownOutlet = outletProfile
  .pick({ _id: true, key: true, name: true, stories: true, learned: true })
  .extend({
    learned: outletProfile.shape.learned.catch([]),
    taught: outletProfile.shape.taught
      .nullish()
      .transform((all) => all ?? [])
      .catch([]),
  });
/** What is known of an outlet, for people. */
export type ShownOutlet = Readonly<z.infer<typeof shownOutlet>>;

const outlets = z.array(shownOutlet);

/** More are not looked through by anybody. */
const mostOutlets = 200;

/** The outlets of which most stories are known first. */
export const outletsQuery: LiveQuery<typeof outlets> = {
  query: `*[_type == "outletProfile"] | order(stories desc) [0...$most]{ _id, key, name, stories, learned, taught }`,
  listenTo: '*[_type == "outletProfile"]',
  params: { most: mostOutlets },
  schema: outlets,
  perspective: "raw",
};
