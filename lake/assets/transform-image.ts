import sharp, { type Sharp } from "sharp";
import { plainError } from "../core/lake-error.ts";
import { type ImageFacts, openImage } from "./image-facts.ts";
import { type Box, clampRect, type Geometry, planGeometry, type Size } from "./image-geometry.ts";
import { type ImageEncoding, isAnimated } from "./image-output.ts";
import { type ImageParams, maxOutputSide } from "./image-params.ts";

/**
 * Makes a rendition of an image.
 *
 * Order: `rect`, `or`, `flip`; size and crop; `blur`, `sharp`, `sat`, `invert`; `bg` and padding; encoding.
 * Metadata of the source (EXIF, location) is not carried over; colours are converted to sRGB. An animation
 * stays one when only its size and quality change and the encoding can hold it; else its first frame is used.
 *
 * @throws {LakeError} 400 when the parameters do not fit this image.
 */
export async function transformImage(
  path: string,
  facts: ImageFacts,
  params: ImageParams,
  encoding: ImageEncoding,
): Promise<Buffer> {
  const animated =
    isAnimated(facts, params) && (encoding === "gif" || encoding === "webp") && !repaints(params);
  const opened = await openImage(path, facts, { animated });
  const { image, size: source } = await turned(opened, facts, params);
  const geometry = planGeometry(source, params);
  const scaled = scale(image, source, geometry, params);
  const finished = await onCanvas(effects(scaled, params), geometry, params, encoding);
  return encode(finished, encoding, params.q).toBuffer();
}

/** Whether the frames of an animation would have to be painted on one by one. */
function repaints(params: ImageParams): boolean {
  const { rect, or, flip, blur, sharp: sharpness, sat, invert, pad, fit, crop } = params;
  const painted = [rect, or, flip, blur, sharpness, sat, invert, pad].some((value) => value !== undefined);
  return painted || fit === "fill" || fit === "fillmax" || crop === "entropy";
}

/** Applies `rect`, `or` and `flip`. */
async function turned(
  image: Sharp,
  facts: Size,
  params: ImageParams,
): Promise<{ readonly image: Sharp; readonly size: Size }> {
  const { rect, or, flip } = params;
  if (rect === undefined && !or && flip === undefined) return { image, size: facts };
  const cut = rect ? await settle(image.extract(clampRect(rect, facts))) : image;
  const rotated = or ? await settle(cut.rotate(or)) : cut;
  const flipped = flip ? rotated.flop(flip.includes("h")).flip(flip.includes("v")) : rotated;
  const { data, info } = await flipped.raw().toBuffer({ resolveWithObject: true });
  return { image: sharp(data, { raw: info }), size: { width: info.width, height: info.height } };
}

/** sharp runs the steps of one pipeline in an order of its own: a step that must come first is run to its end. */
async function settle(image: Sharp): Promise<Sharp> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

function scale(image: Sharp, source: Size, { region, size }: Geometry, params: ImageParams): Sharp {
  const { width, height } = size;
  if (params.crop === "entropy" && (params.fit === "crop" || params.fit === "min")) {
    const factor = Math.max(width / source.width, height / source.height);
    // sharp scales the whole source before it looks for the part of most detail.
    if (Math.max(source.width, source.height) * factor > 4 * maxOutputSide) {
      throw plainError(400, `Cannot transform the image: "crop=entropy" does not suit its aspect ratio`);
    }
    return image.resize(width, height, { fit: "cover", position: sharp.strategy.entropy });
  }
  const cut = isWhole(region, source) ? image : image.extract(region);
  return width === region.width && height === region.height
    ? cut
    : cut.resize(width, height, { fit: "fill" });
}

function effects(image: Sharp, { blur, sharp: sharpness, sat, invert }: ImageParams): Sharp {
  let result = image;
  if (blur !== undefined) result = result.blur(Math.max(0.3, blur / 10));
  if (sharpness) result = result.sharpen({ sigma: 0.5 + sharpness / 20 });
  if (sat !== undefined) result = result.grayscale();
  if (invert === "true") result = result.negate({ alpha: false });
  return result;
}

/** Fills what is transparent and adds the padding of `fit=fill` and `pad`. */
async function onCanvas(
  image: Sharp,
  { size, canvas }: Geometry,
  { bg, pad = 0 }: ImageParams,
  encoding: ImageEncoding,
): Promise<Sharp> {
  const total = { width: canvas.width + 2 * pad, height: canvas.height + 2 * pad };
  if (Math.max(total.width, total.height) > maxOutputSide) {
    throw plainError(
      400,
      `Cannot transform the image: with "pad" it exceeds ${maxOutputSide} pixels per side`,
    );
  }
  const holdsAlpha = encoding !== "jpg" && encoding !== "pjpg";
  const background = bg ?? { r: 255, g: 255, b: 255, alpha: holdsAlpha ? 0 : 1 };
  const [left, top] = [
    Math.floor((total.width - size.width) / 2),
    Math.floor((total.height - size.height) / 2),
  ];
  const isPadded = total.width > size.width || total.height > size.height;
  const padded = isPadded
    ? (await settle(image.toColourspace("srgb").ensureAlpha())).extend({
        left,
        top,
        right: total.width - size.width - left,
        bottom: total.height - size.height - top,
        background,
      })
    : image;
  if (holdsAlpha && background.alpha < 1) return padded;
  return (isPadded ? await settle(padded) : padded).flatten({ background });
}

function encode(image: Sharp, encoding: ImageEncoding, q: number): Sharp {
  const quality = Math.max(1, q);
  switch (encoding) {
    case "jpg":
      return image.jpeg({ quality, mozjpeg: false });
    case "pjpg":
      return image.jpeg({ quality, progressive: true });
    case "png":
      return image.png();
    case "webp":
      return image.webp({ quality });
    case "avif":
      // The default effort takes seconds for a full-screen picture; this one a fraction, for a few more bytes.
      return image.avif({ quality: Math.max(1, Math.round(quality * 0.75)), effort: 2 });
    case "gif":
      return image.gif();
  }
}

function isWhole(region: Box, source: Size): boolean {
  return region.width === source.width && region.height === source.height;
}
