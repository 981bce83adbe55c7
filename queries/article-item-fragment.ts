import { z } from "zod";
import { publicationTime, textDirection } from "../schemas/index.ts";
import { defineFragment } from "./fragment.ts";
import { figureFragment } from "./image-fragment.ts";

/** An article as lists show it. */
export const articleItemFragment = defineFragment(
  /* groq */ `_id, headline, "slug": slug.current, language, direction, kicker, summary, publishedAt, sourceLine,
  "opening": pt::text(body[_type == "block" && style == "normal"][0...1]),
  "leadImage": leadImage{${figureFragment.groq}}`,
  z.object({
    _id: z.string(),
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
    leadImage: figureFragment.shape.nullable(),
  }),
);
export type ArticleItem = z.infer<typeof articleItemFragment.shape>;

/** A stretch of a list: the items from number `from` (counted from 0) up to, not including, number `to`. */
export const stretch = { from: z.int().nonnegative(), to: z.int().positive() };
