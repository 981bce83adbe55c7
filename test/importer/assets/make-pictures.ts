import sharp from "sharp";

/** A small picture of one colour. */
export const makePicture = async (
  format: "jpeg" | "png" | "webp" | "gif" | "avif" | "tiff",
  color = "teal",
): Promise<Buffer> =>
  await sharp({ create: { width: 6, height: 4, channels: 3, background: color } })
    .toFormat(format)
    .toBuffer();
