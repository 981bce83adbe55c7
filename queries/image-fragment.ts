import { z } from "zod";
import { defineFragment } from "./fragment.ts";
import { sourceFragment } from "./source-fragment.ts";

/** Projection of `localizedText[]`; an absent field gives an empty list. */
const texts = (field: string): string => `"${field}": coalesce(${field}[]{language, text}, [])`;
const textsShape = z.array(z.object({ language: z.string(), text: z.string() }));
export type TextResult = z.infer<typeof textsShape>[number];

const rectangle = z.object({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() });
const hotspot = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** An image document with its asset and its source resolved. `picture` is null until the file is supplied. */
const imageFragment = defineFragment(
  /* groq */ `_id, ${texts("captions")}, ${texts("altTexts")}, creditLine, copyrightNotice, usageTerms, dateCreated,
  "creators": coalesce(creators[].name, []),
  "source": source->{${sourceFragment.groq}},
  "picture": select(defined(asset.asset->metadata.dimensions.width) => asset{
    "assetId": asset->_id, "url": asset->url, "mimeType": asset->mimeType, "lqip": asset->metadata.lqip,
    "width": asset->metadata.dimensions.width, "height": asset->metadata.dimensions.height,
    "crop": crop{top, bottom, left, right}, "hotspot": hotspot{x, y, width, height}
  })`,
  z.object({
    _id: z.string(),
    captions: textsShape,
    altTexts: textsShape,
    creditLine: z.string().nullable(),
    copyrightNotice: z.string().nullable(),
    usageTerms: z.string().nullable(),
    dateCreated: z.string().nullable(),
    creators: z.array(z.string()),
    source: sourceFragment.shape.nullable(),
    picture: z
      .object({
        assetId: z.string(),
        url: z.string(),
        mimeType: z.string().nullable(),
        /** A tiny picture as a `data:` address, to show until the picture itself is there. */
        lqip: z.string().nullable(),
        width: z.number(),
        height: z.number(),
        crop: rectangle.nullable(),
        hotspot: hotspot.nullable(),
      })
      .nullable(),
  }),
);
export type ImageResult = z.infer<typeof imageFragment.shape>;

/** A figure with its image resolved; `image` is null while the image itself is not published. */
export const figureFragment = defineFragment(
  /* groq */ `${texts("captions")}, "image": image->{${imageFragment.groq}}`,
  z.object({ captions: textsShape, image: imageFragment.shape.nullable() }),
);
export type FigureResult = z.infer<typeof figureFragment.shape>;
