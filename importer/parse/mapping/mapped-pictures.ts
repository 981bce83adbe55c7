import { foundPicture } from "../pictures/found-picture.ts";
import { isPathOnSite, pictureLocation, type PictureBase } from "../pictures/picture-location.ts";
import { pictureOf } from "../pictures/picture-of.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import type { MappedField } from "./mapping.ts";
import type { MappedValues } from "./mapped-values.ts";
import { alignedTexts } from "./texts-of.ts";

/**
 * Returns the pictures that a record names beside its text. Where its fields are lists, items at the same position
 * belong together. A value that is not a web address is a file name. Pure.
 */
export function mappedPictures(values: MappedValues, baseUrl: string | undefined): ParsedPicture[] {
  // A value in the picture column is a picture, whatever its name.
  const base: PictureBase = { baseUrl, files: baseUrl === undefined ? "all" : "none" };
  const column = (field: MappedField) => alignedTexts(values[field]?.value);
  const urls = column("image.url");
  const files = column("image.file");
  const captions = column("image.caption");
  const alts = column("image.alt");
  const credits = column("image.credit");
  const photographers = column("image.photographer");
  const count = Math.max(urls.length, files.length, captions.length, alts.length);
  return Array.from({ length: count }, (_, index) => {
    const written = urls[index];
    const location = written === undefined ? undefined : pictureLocation(written, base);
    const file = files[index];
    const photographer = photographers[index];
    const words = {
      ...location,
      ...(file === undefined ? {} : { file }),
      alt: alts[index],
      caption: captions[index],
      credit: credits[index],
      ...(photographer === undefined ? {} : { photographers: [photographer] }),
    };
    const isMissing = written !== undefined && isPathOnSite(written);
    return foundPicture(words) ?? (isMissing ? pictureOf(words) : []);
  }).flat();
}
