import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey } from "./fields.ts";
import { languageTag } from "./language.ts";

/** What kind of body a source is; `agencies` is the unnamed "agencies" or "وكالات" of a source line. */
export const sourceKind = z.enum([
  "agency",
  "publisher",
  "broadcaster",
  "government",
  "organisation",
  "person",
  "agencies",
]);

export const sourceName = z
  .object({
    _type: z.literal("sourceName"),
    _key: arrayKey,
    language: languageTag().register(fieldMeta, { direction: "ltr" }),
    value: z.string().min(1),
  })
  .register(typeMeta, {
    name: "sourceName",
    title: "Name with language",
    kind: "object",
    preview: { title: "value", subtitle: "language" },
  });
export type SourceName = z.infer<typeof sourceName>;

/** Who a text or a picture comes from: an agency, an outlet, a ministry, a person. */
export const source = z
  .object({
    _id: z.string(),
    _type: z.literal("source"),
    name: z.string().min(1).register(fieldMeta, {
      group: "identity",
      description: "The name shown in lists and credits.",
    }),
    names: z.array(sourceName).optional().register(fieldMeta, {
      group: "identity",
      title: "Names by language",
    }),
    kind: sourceKind.register(fieldMeta, {
      group: "identity",
      optionTitles: {
        agency: "News agency",
        publisher: "Publisher",
        broadcaster: "Broadcaster",
        government: "Government",
        organisation: "Organisation",
        person: "Person",
        agencies: "Unnamed agencies",
      },
    }),
    aliases: z.array(z.string().min(1)).optional().register(fieldMeta, {
      group: "identity",
      description: "Spellings that the importer recognises as this source.",
    }),
    url: z.url().optional().register(fieldMeta, { group: "identity", direction: "ltr", title: "URL" }),
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d*$/, "Must be a Wikidata item such as Q130879")
      .optional()
      .register(fieldMeta, { group: "identity", direction: "ltr", title: "Wikidata item" }),
    defaultLanguage: languageTag().optional().register(fieldMeta, { group: "identity", direction: "ltr" }),
    creditLine: z.string().optional().register(fieldMeta, {
      group: "rights",
      description: "How this source asks to be credited.",
    }),
    usageTerms: z.string().optional().register(fieldMeta, { group: "rights", multiline: true }),
    requiresCanonicalUrl: z.boolean().optional().register(fieldMeta, {
      group: "rights",
      title: "The original address is the canonical one",
      description: "Its terms of use ask that pages and feeds name the address of the original.",
    }),
  })
  .register(typeMeta, {
    name: "source",
    title: "Source",
    kind: "document",
    groups: [
      { name: "identity", title: "Identity" },
      { name: "rights", title: "Rights" },
    ],
    preview: { title: "name", subtitle: "kind" },
    orderings: [{ name: "name", title: "Name", field: "name", direction: "asc" }],
  });
export type Source = z.infer<typeof source>;
