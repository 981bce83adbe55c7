import { z } from "zod";

/** The parts that a line can play in a story, as the reader of plain text gives them and an editor may teach them. */
export const lineRole = z.enum([
  "headline",
  "kicker",
  "subHeadline",
  "byline",
  "dateline",
  "date",
  "imageAlt",
  "imageCaption",
  "imageCredit",
  "subheading",
  "paragraph",
  "listItem",
  "quotation",
  "sourceLine",
  "wireControl",
  "boilerplate",
]);
export type LineRole = z.infer<typeof lineRole>;
