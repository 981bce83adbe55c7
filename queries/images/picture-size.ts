import type { Picture } from "./picture.ts";

/** A size in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture after the editor's crop.
 *
 * @param aspectRatio Width over height of what it is cut to besides; as the editor left it without.
 */
export function pictureSize({ crop, ...picture }: Picture, aspectRatio?: number): PictureSize {
  const width = Math.round(picture.width * (crop ? 1 - crop.left - crop.right : 1));
  const height = Math.round(picture.height * (crop ? 1 - crop.top - crop.bottom : 1));
  return { width, height: aspectRatio === undefined ? height : Math.round(width / aspectRatio) };
}
