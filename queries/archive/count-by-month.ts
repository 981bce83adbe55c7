import { z } from "zod";
import { countByDate } from "./count-by-date.ts";

/** How many articles each month of a year has, by the month's number (`01` to `12`). In UTC, like all of the archive. */
export const countByMonth = countByDate({
  name: "countByMonth",
  within: z.string().regex(/^\d{4}$/, "Must be a year such as 2016"),
  parts: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
});
