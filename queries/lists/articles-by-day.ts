import { z } from "zod";
import { sortTime } from "../readable-articles.ts";
import { defineList } from "./define-list.ts";

/** The articles of a day in UTC, or of a month or a year. A story of unknown date is of the day on which it came in. */
export const articlesByDay = defineList({
  name: "articlesByDay",
  // Whatever a time begins with is followed by a sign that comes before "~".
  filter: /* groq */ `${sortTime} >= $day && ${sortTime} < $day + "~"`,
  params: { day: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, "Must be a day such as 2016-11-20") },
});
