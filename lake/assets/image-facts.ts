import { open, readFile } from "node:fs/promises";
import sharp, { type Sharp, type SharpOptions } from "sharp";

/** What must be known about an image before anything is done with it. */
export interface ImageFacts {
  readonly extension: string;
  readonly mimeType: string;
  /** Pixels as displayed, after the EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** More than 1 when animated. */
  readonly frameCount: number;
}

/** The largest image that is decoded: the published limit of the hosted service (sanity.io/docs/technical-limits). */
const maxInputPixels = 256_000_000;

/** A larger view box says nothing about the size. */
const maxSvgSide = 100_000;

const formats: Readonly<Record<string, readonly [extension: string, mimeType: string]>> = {
  jpeg: ["jpg", "image/jpeg"],
  png: ["png", "image/png"],
  webp: ["webp", "image/webp"],
  gif: ["gif", "image/gif"],
  tiff: ["tif", "image/tiff"],
  svg: ["svg", "image/svg+xml"],
  avif: ["avif", "image/avif"],
};

/**
 * Reads format and size of an image from its bytes; the claims of a client do not count.
 *
 * @returns `undefined` when the file is not an image of a known format, is corrupt, or has too many pixels.
 */
export async function readImageFacts(path: string): Promise<ImageFacts | undefined> {
  const metadata = await sharp(path, imageOptions)
    .metadata()
    .catch(() => undefined);
  if (!metadata) return undefined;
  // libvips names AVIF by its container; of the other content of that container it has no decoder (see `isHeic`).
  const format = formats[metadata.compression === "av1" ? "avif" : metadata.format];
  if (!format) return undefined;
  const [extension, mimeType] = format;
  const size = extension === "svg" ? svgSize(await readFile(path, "utf8")) : undefined;
  return {
    extension,
    mimeType,
    width: size?.width ?? metadata.autoOrient.width,
    height: size?.height ?? metadata.autoOrient.height,
    hasAlpha: metadata.hasAlpha,
    frameCount: extension === "gif" || extension === "webp" ? (metadata.pages ?? 1) : 1,
  };
}

/** Whether a file is a photo in the container of AVIF with a content that there is no decoder for. */
export async function isHeic(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
  return /^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(buffer.toString("latin1", 0, bytesRead));
}

/** Opens an image for work, upright. An SVG is handed over as bytes, so that it cannot refer to files beside it. */
export async function openImage(path: string, facts: ImageFacts, options: SharpOptions = {}): Promise<Sharp> {
  const input = facts.extension === "svg" ? await readFile(path) : path;
  return sharp(input, { ...imageOptions, ...options }).autoOrient();
}

// A photo with minor damage is still worth publishing; one that is cut off is not.
const imageOptions = { limitInputPixels: maxInputPixels, failOn: "error" } as const satisfies SharpOptions;

/** The coordinate system of an SVG, which is its size for layout even where `width="100%"`. */
function svgSize(svg: string): { readonly width: number; readonly height: number } | undefined {
  const root = /<svg\b[^>]*>/i.exec(svg)?.[0] ?? "";
  const viewBox = /\bviewBox\s*=\s*["']([^"']+)["']/i.exec(root)?.[1] ?? "";
  const [, , width = NaN, height = NaN] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && width < maxSvgSide && height > 0 && height < maxSvgSide)) return undefined;
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
