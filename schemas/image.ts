import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { imageAsset, localizedText, person, place, referenceTo } from "./fields.ts";

/**
 * A picture with its metadata (IPTC Photo Metadata). The type is called `newsImage` because `image` is
 * one of Sanity's built-in types; editors see "Image".
 */
export const newsImage = z
  .object({
    _id: z.string(),
    _type: z.literal("newsImage"),
    asset: imageAsset.optional().register(fieldMeta, {
      group: "picture",
      title: "Picture",
      description: "The picture file. Empty until it is uploaded.",
    }),
    captions: z.array(localizedText).optional().register(fieldMeta, { group: "picture" }),
    altTexts: z.array(localizedText).optional().register(fieldMeta, {
      group: "picture",
      title: "Alternative texts",
      description: "What the picture shows, for readers who cannot see it.",
    }),
    creditLine: z.string().optional().register(fieldMeta, {
      group: "rights",
      description: "The credit as printed.",
    }),
    creators: z.array(person).optional().register(fieldMeta, { group: "rights" }),
    source: referenceTo("source").optional().register(fieldMeta, { group: "rights" }),
    copyrightNotice: z.string().optional().register(fieldMeta, { group: "rights" }),
    usageTerms: z.string().optional().register(fieldMeta, { group: "rights", multiline: true }),
    dateCreated: z.iso.date().optional().register(fieldMeta, { group: "origin", title: "Date taken" }),
    locationCreated: place.optional().register(fieldMeta, { group: "origin", title: "Place taken" }),
    originalUrl: z.url().optional().register(fieldMeta, {
      group: "origin",
      direction: "ltr",
      title: "Original URL",
    }),
    fileName: z.string().min(1).optional().register(fieldMeta, {
      group: "origin",
      direction: "ltr",
      description: "The file that the story names, where it has no address on the web.",
    }),
  })
  .register(typeMeta, {
    name: "newsImage",
    title: "Image",
    kind: "document",
    groups: [
      { name: "picture", title: "Picture" },
      { name: "rights", title: "Credit and rights" },
      { name: "origin", title: "Origin" },
    ],
    preview: { title: "captions.0.text", subtitle: "creditLine", media: "asset" },
    orderings: [{ name: "dateCreated", title: "Date taken", field: "dateCreated", direction: "desc" }],
  });
export type NewsImage = z.infer<typeof newsImage>;
