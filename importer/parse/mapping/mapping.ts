import { z } from "zod";
import { encodingOf } from "../../encoding-of.ts";

/** Fields that a mapping can fill; those of the story's leading picture begin with `image.`. */
export const mappedFields = [
  "id",
  "url",
  "headline",
  "kicker",
  "subHeadline",
  "summary",
  "byline",
  "dateline",
  "publishedAt",
  "embargoedUntil",
  "version",
  "versionCreated",
  "pubStatus",
  "draft",
  "published",
  "body",
  "language",
  "keywords",
  "source",
  "sourceLine",
  "edNote",
  "image.url",
  "image.file",
  "image.caption",
  "image.alt",
  "image.credit",
  "image.photographer",
] as const;
export type MappedField = (typeof mappedFields)[number];

const path = z.string().min(1, "a path must not be empty");

/** Where to find a field: the first path with a value, or a fixed value for every record. */
const fieldRule = z.union(
  [
    path.transform((at) => ({ at: [at] })),
    z.strictObject({
      at: z.union([path.transform((at) => [at]), z.array(path).min(1)]),
      /** Format of a body; `auto` detects HTML or text, and an array is Portable Text. */
      as: z.enum(["auto", "text", "html", "portable-text"]).optional(),
      /** Separator of list values within one text. */
      split: z.string().min(1).optional(),
    }),
    z.strictObject({ value: z.union([z.string(), z.array(z.string())]) }),
  ],
  { error: "expected a path, or {at, as, split}, or {value}" },
);

/** Maps the records of an input to stories. */
export const mapping = z.strictObject({
  fields: z
    .partialRecord(z.enum(mappedFields), fieldRule)
    .refine((fields) => "headline" in fields || "body" in fields, "expected at least a headline or a body"),
  /** Delimiter of a CSV file; default: detected from its header. */
  delimiter: z.string().length(1).optional(),
  /** Encoding of the files, where they do not show it, by its name or a label of it in the Encoding Standard. */
  encoding: z
    .string()
    .refine((label) => encodingOf(label) !== undefined, "expected an encoding, such as windows-1252")
    .optional(),
});
export type Mapping = z.infer<typeof mapping>;
export type FieldRule = z.infer<typeof fieldRule>;
