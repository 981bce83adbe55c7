import type { LineRole } from "../../schemas/index.ts";

const words: Readonly<Record<LineRole, string>> = {
  headline: "headline",
  kicker: "kicker",
  subHeadline: "sub-headline",
  byline: "byline",
  dateline: "dateline",
  date: "date",
  imageAlt: "alternative text",
  imageCaption: "caption",
  imageCredit: "credit",
  subheading: "sub-heading",
  paragraph: "paragraph",
  listItem: "list item",
  quotation: "quotation",
  sourceLine: "source line",
  wireControl: "order to the desk",
  boilerplate: "part of the page",
};

/** What a role is called by people in the field. Pure. */
export const roleInWords = (role: LineRole): string => words[role];
