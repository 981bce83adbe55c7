import { encode } from "blurhash";
import sharp, { type OutputInfo } from "sharp";
import { type ImageFacts, openImage } from "./image-facts.ts";
import { paletteOf } from "./palette.ts";

/** The parts of an image's metadata that an upload may ask for. */
export const metadataParts = ["blurhash", "lqip", "palette"] as const;
export type MetadataPart = (typeof metadataParts)[number];

/**
 * Describes an image for its asset document: size, opacity and how many frames an animation has always, plus the
 * requested parts, all made from one small upright copy.
 *
 * @throws {Error} When the image cannot be decoded, for example because it is cut off.
 * @see https://www.sanity.io/docs/image-metadata
 */
export async function describeImage(
  path: string,
  facts: ImageFacts,
  parts: ReadonlySet<MetadataPart>,
): Promise<Readonly<Record<string, unknown>>> {
  const { width, height, hasAlpha, frameCount } = facts;
  const small = await smallCopy(path, facts);
  return {
    _type: "sanity.imageMetadata",
    dimensions: { _type: "sanity.imageDimensions", width, height, aspectRatio: width / height },
    hasAlpha,
    // wire: ours; the hosted service says so only in its answer to `fm=json`.
    ...(frameCount > 1 ? { isAnimated: true, frameCount } : {}),
    isOpaque: !hasAlpha || (await (await openImage(path, facts)).stats()).isOpaque,
    ...(parts.has("lqip") ? { lqip: await lqip(small, hasAlpha) } : {}),
    ...(parts.has("blurhash") ? { blurHash: blurHash(small) } : {}),
    ...(parts.has("palette") ? { palette: paletteOf(small.data) } : {}),
  };
}

/** RGBA pixels, row by row. */
interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

async function smallCopy(path: string, facts: ImageFacts): Promise<Pixels> {
  const image = await openImage(path, facts);
  return image
    .resize(96, 96, { fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
}

/** Low-quality image placeholder: 20 pixels wide, as a data URL. */
async function lqip({ data, info }: Pixels, hasAlpha: boolean): Promise<string> {
  const tiny = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } }).resize(20);
  const [mimeType, bytes] = hasAlpha
    ? (["image/png", await tiny.png().toBuffer()] as const)
    : (["image/jpeg", await tiny.removeAlpha().jpeg({ quality: 60 }).toBuffer()] as const);
  return `data:${mimeType};base64,${bytes.toString("base64")}`;
}

function blurHash({ data, info: { width, height } }: Pixels): string {
  const [columns, rows] = width >= height ? ([4, 3] as const) : ([3, 4] as const);
  return encode(new Uint8ClampedArray(data), width, height, columns, rows);
}
