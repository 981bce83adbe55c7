import { z } from "zod";
import { infoSourceRole, publicationTime, textBlock, textDirection } from "../schemas/index.ts";
import { type ResultOf, defineQuery } from "./define-query.ts";
import { canonicalFragment } from "./canonical-fragment.ts";
import { embedFragment } from "./embed-fragment.ts";
import { figureFragment } from "./image-fragment.ts";
import { newestFirst, readableArticles } from "./readable-articles.ts";
import { sourceFragment } from "./source-fragment.ts";
import { tableFragment } from "./table-fragment.ts";

const bodyFigure = figureFragment.shape.extend({ _type: z.literal("figure"), _key: z.string() });
const bodyTable = tableFragment.shape.extend({ _type: z.literal("table"), _key: z.string() });
const bodyEmbed = embedFragment.shape.extend({ _type: z.literal("embed"), _key: z.string() });

/** One article with its images and sources resolved, also inside the body; null if readers may not see it. */
export const articleBySlug = defineQuery({
  name: "articleBySlug",
  groq: /* groq */ `*[${readableArticles} && slug.current == $slug] | ${newestFirst} [0]{
  _id, _updatedAt, headline, "slug": slug.current, language, direction,
  kicker, subHeadline, summary, byline, sourceLine, publishedAt, correction,
  ${canonicalFragment.groq},
  "creators": coalesce(creators[].name, []),
  "keywords": coalesce(keywords, []),
  "dateline": dateline.printed,
  "leadImage": leadImage{${figureFragment.groq}},
  "infoSources": coalesce(infoSources[]{role, asPrinted, "source": source->{${sourceFragment.groq}}}, []),
  "body": coalesce(body[]{
    ...,
    _type == "figure" => {${figureFragment.groq}},
    _type == "table" => {${tableFragment.groq}},
    _type == "embed" => {${embedFragment.groq}}
  }, [])
}`,
  params: z.object({ slug: z.string().min(1) }),
  result: z
    .object({
      _id: z.string(),
      _updatedAt: z.string(),
      headline: z.string(),
      slug: z.string(),
      language: z.string(),
      direction: textDirection,
      kicker: z.string().nullable(),
      subHeadline: z.string().nullable(),
      summary: z.string().nullable(),
      byline: z.string().nullable(),
      sourceLine: z.string().nullable(),
      publishedAt: publicationTime.nullable(),
      /** What was wrong and has been corrected, for readers. */
      correction: z.string().nullable(),
      ...canonicalFragment.shape.shape,
      creators: z.array(z.string()),
      keywords: z.array(z.string()),
      dateline: z.string().nullable(),
      leadImage: figureFragment.shape.nullable(),
      infoSources: z.array(
        z.object({
          role: infoSourceRole.nullable(),
          asPrinted: z.string().nullable(),
          source: sourceFragment.shape.nullable(),
        }),
      ),
      body: z.array(z.discriminatedUnion("_type", [textBlock, bodyFigure, bodyTable, bodyEmbed])),
    })
    .nullable(),
});
export type ArticlePage = NonNullable<ResultOf<typeof articleBySlug>>;
export type BodyItem = ArticlePage["body"][number];
