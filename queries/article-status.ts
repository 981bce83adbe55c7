import { z } from "zod";
import { defineQuery } from "./define-query.ts";
import { readableArticles } from "./readable-articles.ts";

/**
 * What readers may know of the article at an address: that they may read it, that it was withdrawn (which a server says
 * with 410 Gone), or nothing, and that it is withheld or under embargo is not theirs to know.
 */
export const articleStatus = defineQuery({
  name: "articleStatus",
  groq: /* groq */ `{"status": select(
  count(*[${readableArticles} && slug.current == $slug]) > 0 => "readable",
  count(*[_type == "article" && slug.current == $slug && pubStatus == "canceled"]) > 0 => "withdrawn",
  "unknown"
)}`,
  params: z.object({ slug: z.string().min(1) }),
  result: z.object({ status: z.enum(["readable", "withdrawn", "unknown"]) }),
});
