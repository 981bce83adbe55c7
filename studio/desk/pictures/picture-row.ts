import { z } from "zod";
import { publishedId } from "../../../schemas/index.ts";
import { compareTexts, type ListOrder } from "../lists/frozen-list.ts";
import { pictureName } from "./picture-name.ts";

const text = z.object({ language: z.string().nullable(), text: z.string().nullable() }).nullable();

/** What a tile of the grid shows of a picture. */
export const pictureRow = z
  .object({
    id: z.string().transform(publishedId),
    createdAt: z.string(),
    /** The file with the editor's crop and hotspot. */
    image: z.looseObject({ asset: z.looseObject({ _ref: z.string() }) }).nullable(),
    alt: text,
    caption: text,
    creditLine: z.string().nullable(),
    copyrightNotice: z.string().nullable(),
    usageTerms: z.string().nullable(),
    source: z.string().nullable(),
    originalUrl: z.string().nullable(),
    fileName: z.string().nullable(),
  })
  .readonly();
export type PictureRow = z.infer<typeof pictureRow>;

/** Reads a {@link pictureRow} in the perspective of drafts. */
export const pictureProjection = `{
  "id": _id, "createdAt": _createdAt, "image": select(defined(asset.asset) => asset{asset, crop, hotspot}),
  "alt": altTexts[0]{language, text}, "caption": captions[0]{language, text},
  creditLine, copyrightNotice, usageTerms, "source": source->name, originalUrl, fileName
}`;

/** The newest first; the id, so that no two lists differ. The query orders them alike. */
export const pictureOrder: ListOrder<PictureRow> = {
  idOf: ({ id }) => id,
  compare: (a, b) => compareTexts(b.createdAt, a.createdAt) || compareTexts(a.id, b.id),
};

/** What a picture is called where it has to be told in words; `undefined` if nothing is known of it. Pure. */
export const titleOfPicture = ({
  caption,
  alt,
  originalUrl,
  fileName,
}: Pick<PictureRow, "caption" | "alt" | "originalUrl" | "fileName">): string | undefined =>
  [caption?.text, alt?.text, fileName, pictureName(originalUrl ?? "")].find((each) => each) ?? undefined;
