import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { languageTag } from "./language.ts";

/** Shapes that more than one document type uses. */

/** The `_key` by which Sanity identifies an array member. */
export const arrayKey = z.string().min(1);

/** A URL path segment made from another field. */
export function slugFrom(source: string) {
  return z
    .object({ _type: z.literal("slug"), current: z.string().min(1).max(200) })
    .register(fieldMeta, { sanity: { type: "slug", source }, direction: "ltr" });
}

/** A reference to a document of one of the named types. */
export function referenceTo(...to: readonly string[]) {
  return z
    .object({
      _type: z.literal("reference"),
      _ref: z.string().min(1),
      _weak: z.boolean().optional(),
    })
    .register(fieldMeta, { sanity: { type: "reference", to } });
}

/** An uploaded picture with the editor's crop and hotspot (Sanity's built-in `image`). */
export const imageAsset = z
  .object({
    _type: z.literal("image"),
    asset: z.object({ _type: z.literal("reference"), _ref: z.string().min(1) }).optional(),
    crop: z.looseObject({ _type: z.literal("sanity.imageCrop") }).optional(),
    hotspot: z.looseObject({ _type: z.literal("sanity.imageHotspot") }).optional(),
  })
  .register(fieldMeta, { sanity: { type: "image" } });

/** One text in one language. */
export const localizedText = z
  .object({
    _type: z.literal("localizedText"),
    _key: arrayKey,
    language: languageTag().register(fieldMeta, { direction: "ltr" }),
    text: z.string().min(1).register(fieldMeta, { multiline: true }),
  })
  .register(typeMeta, {
    name: "localizedText",
    title: "Text with language",
    kind: "object",
    preview: { title: "text", subtitle: "language" },
  });
export type LocalizedText = z.infer<typeof localizedText>;

/** A person credited with a text or a picture (schema.org `creator`). */
export const person = z
  .object({
    _type: z.literal("person"),
    _key: arrayKey,
    name: z.string().min(1),
    jobTitle: z.string().optional(),
  })
  .register(typeMeta, {
    name: "person",
    title: "Person",
    kind: "object",
    preview: { title: "name", subtitle: "jobTitle" },
  });
export type Person = z.infer<typeof person>;

/** A place as IPTC Photo Metadata splits it. */
export const place = z
  .object({
    _type: z.literal("place"),
    city: z.string().optional(),
    country: z.string().optional(),
  })
  .register(typeMeta, {
    name: "place",
    title: "Place",
    kind: "object",
    preview: { title: "city", subtitle: "country" },
  });
export type Place = z.infer<typeof place>;
