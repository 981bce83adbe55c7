import { z } from "zod";
import { body, figure } from "./body.ts";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey, person, referenceTo, slugFrom } from "./fields.ts";
import { languageTag, textDirection } from "./language.ts";
import { publicationTime } from "./publication-time.ts";

/** What an information source did for the text (NewsML-G2 `infoSource/@role`). */
export const infoSourceRole = z.enum(["originator", "contributor", "distributor", "aggregator"]);

export const infoSource = z
  .object({
    _type: z.literal("infoSource"),
    _key: arrayKey,
    source: referenceTo("source"),
    role: infoSourceRole.register(fieldMeta, {
      optionTitles: {
        originator: "Originator",
        contributor: "Contributor",
        distributor: "Distributor",
        aggregator: "Aggregator",
      },
    }),
    asPrinted: z.string().optional(),
  })
  .register(typeMeta, {
    name: "infoSource",
    title: "Information source",
    kind: "object",
    preview: { title: "source.name", subtitle: "asPrinted" },
  });
export type InfoSource = z.infer<typeof infoSource>;

export const dateline = z
  .object({
    _type: z.literal("dateline"),
    printed: z.string().min(1).register(fieldMeta, { title: "As printed" }),
    place: z.string().optional(),
    date: z.iso.date().optional(),
  })
  .register(typeMeta, {
    name: "dateline",
    title: "Dateline",
    kind: "object",
    preview: { title: "printed" },
  });

/** A news story (schema.org NewsArticle; terms of NewsML-G2 and ninjs 3.1). */
export const article = z
  .object({
    _id: z.string(),
    _type: z.literal("article"),
    kicker: z.string().optional().register(fieldMeta, { group: "story" }),
    headline: z.string().min(1).max(500).register(fieldMeta, { group: "story" }),
    subHeadline: z.string().optional().register(fieldMeta, { group: "story" }),
    slug: slugFrom("headline").register(fieldMeta, {
      group: "story",
      direction: "ltr",
      sanity: { type: "slug", source: "headline" },
    }),
    summary: z.string().optional().register(fieldMeta, { group: "story", multiline: true }),
    leadImage: figure.optional().register(fieldMeta, { group: "story" }),
    body: body.optional().register(fieldMeta, { group: "story" }),
    language: languageTag().register(fieldMeta, {
      group: "about",
      direction: "ltr",
      description: "Language tag, for example ar, he or en.",
    }),
    direction: textDirection.register(fieldMeta, {
      group: "about",
      optionTitles: { ltr: "Left to right", rtl: "Right to left" },
    }),
    keywords: z.array(z.string().min(1)).optional().register(fieldMeta, { group: "about" }),
    byline: z.string().optional().register(fieldMeta, { group: "origin", description: "As printed." }),
    creators: z.array(person).optional().register(fieldMeta, { group: "origin" }),
    dateline: dateline.optional().register(fieldMeta, { group: "origin" }),
    sourceLine: z.string().optional().register(fieldMeta, { group: "origin", description: "As printed." }),
    infoSources: z.array(infoSource).optional().register(fieldMeta, {
      group: "origin",
      title: "Information sources",
    }),
    canonicalUrl: z.url().optional().register(fieldMeta, {
      group: "origin",
      direction: "ltr",
      title: "Canonical URL",
    }),
    publishedAt: publicationTime.optional().register(fieldMeta, {
      group: "publication",
      title: "Published at",
      description: "When the story first appeared: a day, or a day and a time. Leave empty if unknown.",
    }),
    pubStatus: z
      .enum(["usable", "withheld", "canceled"])
      .default("usable")
      .register(fieldMeta, {
        group: "publication",
        title: "Publication status",
        optionTitles: { usable: "Usable", withheld: "Withheld", canceled: "Canceled" },
      }),
    embargoedUntil: z.iso.datetime({ offset: true }).optional().register(fieldMeta, { group: "publication" }),
    correction: z.string().optional().register(fieldMeta, {
      group: "publication",
      description: "What was wrong and has been corrected, for readers.",
      multiline: true,
    }),
    edNote: z.string().optional().register(fieldMeta, {
      group: "publication",
      title: "Note to editors",
      description: "Never shown to readers.",
      multiline: true,
    }),
  })
  .register(typeMeta, {
    name: "article",
    title: "Article",
    kind: "document",
    groups: [
      { name: "story", title: "Story" },
      { name: "about", title: "About" },
      { name: "origin", title: "Origin" },
      { name: "publication", title: "Publication" },
    ],
    preview: { title: "headline", subtitle: "sourceLine", media: "leadImage.image.asset" },
    orderings: [
      { name: "publishedAt", title: "Publication date", field: "publishedAt", direction: "desc" },
      { name: "headline", title: "Headline", field: "headline", direction: "asc" },
    ],
  });
export type Article = z.infer<typeof article>;
