import { z } from "zod";
import { defineQuery } from "../define-query.ts";
import { newestFirst, oldestFirst, readableArticles, sortTime } from "../readable-articles.ts";

/** How many articles readers may see, and when the first and the last of them are from (UTC); null while there are none. */
export const archiveSpan = defineQuery({
  name: "archiveSpan",
  groq: /* groq */ `{
  "count": count(*[${readableArticles}]),
  "oldest": *[${readableArticles}] | ${oldestFirst} [0]{"time": ${sortTime}}.time,
  "newest": *[${readableArticles}] | ${newestFirst} [0]{"time": ${sortTime}}.time
}`,
  params: z.object({}),
  result: z.object({ count: z.number(), oldest: z.string().nullable(), newest: z.string().nullable() }),
});
