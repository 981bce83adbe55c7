import { z } from "zod";
import { publicationTime, textDirection } from "../schemas/index.ts";
import { canonicalFragment } from "./canonical-fragment.ts";
import { defineFragment } from "./fragment.ts";
import { figureFragment } from "./image-fragment.ts";
import { sortTime } from "./readable-articles.ts";

/** An article as lists show it. */
export const articleItemFragment = defineFragment(
  /* groq */ `_id, _updatedAt, headline, "slug": slug.current, language, direction, kicker, summary, publishedAt, sourceLine,
  "opening": pt::text(body[_type == "block" && style == "normal"][0...1]),
  byline, "creators": coalesce(creators[].name, []), "keywords": coalesce(keywords, []),
  ${canonicalFragment.groq},
  "leadImage": leadImage{${figureFragment.groq}},
  "sortTime": ${sortTime}`,
  z.object({
    _id: z.string(),
    _updatedAt: z.string(),
    headline: z.string(),
    slug: z.string(),
    language: z.string(),
    direction: textDirection,
    kicker: z.string().nullable(),
    summary: z.string().nullable(),
    publishedAt: publicationTime.nullable(),
    sourceLine: z.string().nullable(),
    /** The first paragraph, for articles without a summary. */
    opening: z.string().nullable(),
    byline: z.string().nullable(),
    creators: z.array(z.string()),
    keywords: z.array(z.string()),
    ...canonicalFragment.shape.shape,
    leadImage: figureFragment.shape.nullable(),
    /** By which lists are in order; readers are shown `publishedAt`, which may be unknown. */
    sortTime: z.string(),
  }),
);
export type ArticleItem = z.infer<typeof articleItemFragment.shape>;
