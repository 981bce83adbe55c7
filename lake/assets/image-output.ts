import type { ImageParams } from "./image-params.ts";

/** An encoding that the lake can write. */
export type ImageEncoding = "jpg" | "pjpg" | "png" | "webp" | "avif" | "gif";

export const encodingMimeTypes: Readonly<Record<ImageEncoding, string>> = {
  jpg: "image/jpeg",
  pjpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
};

/** What the choice of an encoding depends on, besides the URL. */
interface EncodingSource {
  readonly width: number;
  readonly height: number;
  readonly extension: string;
  readonly hasAlpha: boolean;
  readonly frameCount: number;
}

/** AVIF takes about a second for a picture of this many pixels, and 20 for one from a camera. */
const maxAvifPixels = 4_000_000;

/**
 * Chooses the encoding of a result: the one requested with `fm`; with `auto=format` the best that the browser
 * accepts; else the source's own, or for TIFF, which browsers do not show, JPEG or PNG.
 */
export function chooseEncoding(source: EncodingSource, params: ImageParams, accept: string): ImageEncoding {
  if (params.fm !== undefined && params.fm !== "json") return params.fm;
  if (params.auto === "format") {
    const isCheap = approximatePixels(source, params) <= maxAvifPixels && !isAnimated(source, params);
    if (accept.includes("image/avif") && isCheap) return "avif";
    if (accept.includes("image/webp")) return "webp";
  }
  switch (source.extension) {
    case "jpg":
    case "png":
    case "webp":
    case "avif":
    case "gif":
      return source.extension;
    default:
      return source.hasAlpha ? "png" : "jpg";
  }
}

/** Whether more than the first frame of the source is wanted. */
export function isAnimated(source: EncodingSource, params: ImageParams): boolean {
  return source.frameCount > 1 && params.frame === undefined;
}

function approximatePixels({ width, height }: EncodingSource, { w, h, dpr }: ImageParams): number {
  const askedWidth = w ?? (h === undefined ? width : (h * width) / height);
  const askedHeight = h ?? (w === undefined ? height : (w * height) / width);
  return askedWidth * askedHeight * dpr ** 2;
}
