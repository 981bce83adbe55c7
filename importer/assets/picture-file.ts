import { createHash } from "node:crypto";
import { type PictureFormat, recognisePicture } from "./picture-format.ts";

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
  if (!format) {
    const why = isSvg(bytes)
      ? "it is an SVG drawing"
      : "it is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image";
    return { kind: "refused", why };
  }
  try {
    // Loaded with the first picture: sharp takes twenty megabytes, and most imports have no pictures.
    const { default: sharp } = await import("sharp");
    const { autoOrient } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" }).metadata();
    const sha1 = createHash("sha1").update(bytes).digest("hex");
    const assetId = `image-${sha1}-${autoOrient.width}x${autoOrient.height}-${format.extension}`;
    return { kind: "picture", picture: { ...format, bytes, sha1, assetId } };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { kind: "refused", why: `it is damaged or too large: ${why.slice(0, 200)}` };
  }
}

const isSvg = (bytes: Uint8Array): boolean =>
  /<svg[\s>/]/i.test(Buffer.from(bytes.subarray(0, 1000)).toString("latin1"));
