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
  readonly extension: string;
  readonly hasAlpha: boolean;
  readonly frameCount: number;
}

/**
 * Chooses the encoding of a result: the one asked for with `fm`; with `auto=format` the best that the browser
 * says it takes; else the source's own, or for TIFF, which browsers do not show, JPEG or PNG.
 */
export function chooseEncoding(source: EncodingSource, params: ImageParams, accept: string): ImageEncoding {
  if (params.fm !== undefined && params.fm !== "json") return params.fm;
  if (params.auto === "format") {
    if (accept.includes("image/avif") && !isAnimated(source, params)) return "avif";
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
