import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey, localizedText, referenceTo } from "./fields.ts";

/** The Portable Text that an article's body may hold (portabletext.org/specification). */

export const span = z.object({
  _type: z.literal("span"),
  _key: arrayKey,
  text: z.string(),
  marks: z.array(z.string()).optional(),
});
export type Span = z.infer<typeof span>;

export const link = z
  .object({
    _type: z.literal("link"),
    _key: arrayKey,
    href: z.url({ protocol: /^(https?|mailto)$/ }).register(fieldMeta, { direction: "ltr", title: "URL" }),
  })
  .register(fieldMeta, { title: "Link" });

export const textBlock = z
  .object({
    _type: z.literal("block"),
    _key: arrayKey,
    style: z.enum(["normal", "h2", "h3", "blockquote"]).register(fieldMeta, {
      optionTitles: { normal: "Paragraph", h2: "Heading", h3: "Sub-heading", blockquote: "Quotation" },
    }),
    listItem: z
      .enum(["bullet", "number"])
      .optional()
      .register(fieldMeta, { optionTitles: { bullet: "Bullets", number: "Numbers" } }),
    level: z.int().min(1).max(10).optional(),
    children: z.array(span),
    markDefs: z.array(link).optional(),
  })
  .register(fieldMeta, {
    sanity: {
      type: "block",
      decorators: [
        { value: "strong", title: "Strong" },
        { value: "em", title: "Emphasis" },
        { value: "sub", title: "Subscript" },
        { value: "sup", title: "Superscript" },
      ],
    },
  });
export type TextBlock = z.infer<typeof textBlock>;

const figureFields = {
  _type: z.literal("figure"),
  image: referenceTo("newsImage").register(fieldMeta, {
    title: "Image",
    sanity: { type: "reference", to: ["newsImage"] },
  }),
  captions: z.array(localizedText).optional().register(fieldMeta, {
    title: "Captions in this article",
    description: "Fill in only if this article needs a caption that differs from the image's own.",
  }),
};

/** An image placed in an article. */
export const figure = z.object(figureFields).register(typeMeta, {
  name: "figure",
  title: "Figure",
  kind: "object",
  preview: { title: "image.captions.0.text", subtitle: "image.creditLine", media: "image.asset" },
});
export type Figure = z.infer<typeof figure>;

/** A figure as a member of the body. It is the same Sanity type, so it carries the same metadata. */
export const bodyFigure = z.object({ ...figureFields, _key: arrayKey });
typeMeta.add(bodyFigure, typeMeta.get(figure) ?? { name: "figure", title: "Figure", kind: "object" });

/**
 * A row of a table. Its cells are plain texts, because Sanity allows no arrays within arrays; the shape is that of the
 * plug-in `@sanity/table`.
 */
export const tableRow = z
  .object({
    _type: z.literal("tableRow"),
    _key: arrayKey,
    cells: z
      .array(z.string().register(fieldMeta, { multiline: true }))
      .register(fieldMeta, { inOrder: true }),
  })
  .register(typeMeta, {
    name: "tableRow",
    title: "Row",
    kind: "object",
    preview: { title: "cells.0", subtitle: "cells.1" },
  });
export type TableRow = z.infer<typeof tableRow>;

/** A table in an article. */
export const table = z
  .object({
    _type: z.literal("table"),
    _key: arrayKey,
    caption: z.string().optional(),
    hasHeaderRow: z.boolean().optional().register(fieldMeta, { title: "The first row is a header" }),
    rows: z.array(tableRow).min(1),
  })
  .register(typeMeta, { name: "table", title: "Table", kind: "object", preview: { title: "caption" } });
export type Table = z.infer<typeof table>;

/** Something that another site shows: a video, a post, a chart. Readers get a link, so that nothing is loaded from there. */
export const embed = z
  .object({
    _type: z.literal("embed"),
    _key: arrayKey,
    url: z.url({ protocol: /^https?$/ }).register(fieldMeta, {
      direction: "ltr",
      title: "URL",
      description: "What readers open when they click.",
    }),
    provider: z.string().optional().register(fieldMeta, { description: "The site's name, such as YouTube." }),
    title: z.string().optional(),
    text: z.string().optional().register(fieldMeta, {
      multiline: true,
      description: "What readers see instead of it, such as the words of a quoted post.",
    }),
  })
  .register(typeMeta, {
    name: "embed",
    title: "Embed",
    kind: "object",
    preview: { title: "title", subtitle: "provider" },
  });
export type Embed = z.infer<typeof embed>;

export const body = z.array(z.discriminatedUnion("_type", [textBlock, bodyFigure, table, embed]));
export type Body = z.infer<typeof body>;
