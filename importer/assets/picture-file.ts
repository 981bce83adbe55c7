import { createHash } from "node:crypto";
import { type PictureFormat, recognisePicture, whyNoPicture } from "./picture-format.ts";

/** A picture that can be uploaded. */
export interface PictureFile extends PictureFormat {
  readonly bytes: Uint8Array;
  /** In lower-case hex; shows whether a dataset already has the picture. */
  readonly sha1: string;
  /** Id of its asset, known before the upload: `image-<sha1>-<width>x<height>-<extension>`. */
  readonly assetId: string;
}

/** A picture, or why the bytes are not one; the reason completes "Cannot import the picture: …". */
export type ReadPicture =
  | { readonly kind: "picture"; readonly picture: PictureFile }
  | { readonly kind: "refused"; readonly why: string };

/** Largest picture that Sanity accepts (sanity.io/docs/technical-limits). */
const maxPixels = 256_000_000;

/** Reads the format, size and digest of a picture from its bytes. Never rejects: undecodable bytes are refused. */
export async function readPicture(bytes: Uint8Array): Promise<ReadPicture> {
  const format = recognisePicture(bytes);
  if (!format) return { kind: "refused", why: whyNoPicture(bytes) };
  try {
    // Loaded with the first picture: sharp takes twenty megabytes, and most imports have no pictures.
    const { default: sharp } = await import("sharp");
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" });
    const { autoOrient } = await image.metadata();
    // Only who decodes a picture to its end knows that it has one.
    await image.resize(smallSide, smallSide, { fit: "inside" }).raw().toBuffer();
    const sha1 = createHash("sha1").update(bytes).digest("hex");
    const assetId = `image-${sha1}-${autoOrient.width}x${autoOrient.height}-${format.extension}`;
    return { kind: "picture", picture: { ...format, bytes, sha1, assetId } };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "refused", why: whyUnreadable(why) };
  }
}

/** A side as small as this is decoded in a fraction of the time; all bytes are read nevertheless. */
const smallSide = 64;

function whyUnreadable(why: string): string {
  if (/pixel limit/i.test(why)) return `it is too large: more than ${maxPixels / 1e6} megapixels`;
  return /premature|truncat|unexpected end|read error|bad seek/i.test(why)
    ? "it is damaged: the end of the file is missing"
    : "it is damaged: part of the file is missing or cannot be read";
}
