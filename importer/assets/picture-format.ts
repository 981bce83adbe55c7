/** A supported picture format, under the names that Sanity's assets use. */
export interface PictureFormat {
  readonly extension: "jpg" | "png" | "webp" | "gif" | "avif" | "tif";
  readonly mimeType: string;
}

/** Number of bytes that {@link recognisePicture} examines. */
const pictureHeadBytes = 64;

/**
 * Recognises the format of a picture by its first bytes, whatever its name or the server says. `undefined` for
 * anything else, including SVG: that is a program that draws, and newsrooms get photographs. Pure.
 */
export function recognisePicture(bytes: Uint8Array): PictureFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, pictureHeadBytes)).toString("latin1");
  return formats.find(([pattern]) => pattern.test(start))?.[1];
}

const formats: readonly (readonly [RegExp, PictureFormat])[] = [
  [/^\xff\xd8\xff/, { extension: "jpg", mimeType: "image/jpeg" }],
  [/^\x89PNG\r\n\x1a\n/, { extension: "png", mimeType: "image/png" }],
  [/^GIF8[79]a/, { extension: "gif", mimeType: "image/gif" }],
  [/^RIFF[^]{4}WEBP/, { extension: "webp", mimeType: "image/webp" }],
  // A file has a main brand and a list of compatible brands.
  [/^[^]{4}ftyp(?:[^]{4})*?avi[fs]/, { extension: "avif", mimeType: "image/avif" }],
  [/^(?:II\*\0|MM\0\*)/, { extension: "tif", mimeType: "image/tiff" }],
];
