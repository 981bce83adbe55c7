import { z } from "zod";
import { articleItemFragment } from "../article-item-fragment.ts";
import { defineQuery } from "../define-query.ts";
import { readableArticles } from "../readable-articles.ts";

const isFound = "[headline, kicker, subHeadline, summary, byline, pt::text(body)] match text::query($text)";

/** The articles that have all words of a search, the best first; a word in the headline counts more. */
export const foundArticles = defineQuery({
  name: "foundArticles",
  groq: /* groq */ `*[${readableArticles} && ($language == "" || language == $language || string::startsWith(language, $language + "-"))]
  | score(${isFound}, boost(headline match text::query($text), 4))
  [_score > 0 && (_score < $afterScore || (_score == $afterScore && _id > $afterId))]
  | order(_score desc, _id asc) [0..$limit]{
  ${articleItemFragment.groq}, "score": _score, "text": coalesce(pt::text(body), "")
}`,
  params: z.object({
    text: z.string().trim().min(1).max(200),
    language: z.string().default(""),
    afterScore: z.number().default(Number.MAX_SAFE_INTEGER),
    afterId: z.string().default(""),
    limit: z.int().min(1).max(100).default(20),
  }),
  result: z.array(articleItemFragment.shape.extend({ score: z.number(), text: z.string() })),
});
