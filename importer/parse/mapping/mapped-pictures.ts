import { pictureOf } from "../pictures/picture-of.ts";
import { webAddress } from "../addresses/web-address.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import type { MappedField } from "./mapping.ts";
import type { MappedValues } from "./mapped-values.ts";
import { alignedTexts } from "./texts-of.ts";

/**
 * The pictures that a record names beside its text. Where its fields are lists, what stands at one place belongs
 * together. An address that is no web address is the name of a file. Pure.
 */
export function mappedPictures(values: MappedValues, baseUrl: string | undefined): ParsedPicture[] {
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
    const url = written === undefined ? undefined : webAddress(written, baseUrl);
    const file = files[index] ?? (url === undefined ? fileOf(written) : undefined);
    const photographer = photographers[index];
    return { url, file, alt: alts[index], caption: captions[index], credit: credits[index], photographer };
  })
    .filter(({ url, file, caption, alt }) => url ?? file ?? caption ?? alt)
    .map(({ photographer, ...words }) =>
      pictureOf({ ...words, ...(photographer === undefined ? {} : { photographers: [photographer] }) }),
    );
}

/** A path below the input's folder; anything with a scheme is none. */
const fileOf = (written: string | undefined): string | undefined =>
  written === undefined || /^[a-z][a-z0-9+.-]*:/i.test(written) ? undefined : written.replaceAll("\\", "/");
