import { imageUrl, type WantedPicture } from "./image-url.ts";
import { pictureSize, type PictureSize } from "./picture-size.ts";
import type { Picture } from "./picture.ts";

/** What an `img` needs of a picture. */
export interface PictureAttributes extends PictureSize {
  readonly src: string;
  readonly srcset: string;
  /** A tiny picture as a `data:` address, to show meanwhile; null where the dataset has none. */
  readonly lqip: string | null;
}

const widths = [320, 480, 640, 960, 1280, 1920] as const;
const widest = 1920;
/** For what does not choose by itself. */
const usual = 960;

/** Attributes for an `img` in the widths that screens need, never wider than the picture is. */
export function pictureAttributes(
  picture: Picture,
  wanted: Omit<WantedPicture, "width"> = {},
): PictureAttributes {
  const size = pictureSize(picture, wanted.aspectRatio);
  // Never wider than the picture itself: the service would enlarge it.
  const offered = [...widths.filter((width) => width < size.width), Math.min(size.width, widest)];
  const urlOf = (width: number): string => imageUrl(picture, { ...wanted, width });
  return {
    src: urlOf(offered.find((width) => width >= usual) ?? Math.min(size.width, widest)),
    srcset: [...new Set(offered)].map((width) => `${urlOf(width)} ${width}w`).join(", "),
    ...size,
    lqip: picture.lqip,
  };
}
