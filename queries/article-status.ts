import { z } from "zod";
import { defineQuery } from "./define-query.ts";
import { readableArticles } from "./readable-articles.ts";

/**
 * What readers may know of the article at an address: that they may read it, that it was withdrawn (which a server says
 * with 410 Gone), or nothing, and that it is withheld or under embargo is not theirs to know.
 */
export const articleStatus = defineQuery({
  name: "articleStatus",
  groq: /* groq */ `{
  "readable": count(*[${readableArticles} && slug.current == $slug]),
  "withdrawn": count(*[_type == "article" && slug.current == $slug && pubStatus == "canceled"])
}`,
  params: z.object({ slug: z.string().min(1) }),
  result: z
    .object({ readable: z.number(), withdrawn: z.number() })
    .transform(({ readable, withdrawn }): "readable" | "withdrawn" | "unknown" =>
      readable > 0 ? "readable" : withdrawn > 0 ? "withdrawn" : "unknown",
    ),
});
