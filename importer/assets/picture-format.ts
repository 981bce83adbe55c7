/** A supported picture format, under the names that Sanity's assets use. */
export interface PictureFormat {
  readonly extension: "jpg" | "png" | "webp" | "gif" | "avif" | "tif";
  readonly mimeType: string;
}

/** Number of bytes that tell what a file is. */
const headBytes = 1_000;

/** How a pattern sees bytes: one character each. */
const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, headBytes)).toString("latin1");

/**
 * Recognises the format of a picture by its first bytes, whatever its name or the server says. `undefined` for
 * anything else, including SVG: that is a program that draws, and newsrooms get photographs. Pure.
 */
export function recognisePicture(bytes: Uint8Array): PictureFormat | undefined {
  const start = headOf(bytes).slice(0, 64);
  return formats.find(([pattern]) => pattern.test(start))?.[1];
}

const formats: readonly (readonly [RegExp, PictureFormat])[] = [
  [/^\xff\xd8\xff/, { extension: "jpg", mimeType: "image/jpeg" }],
  [/^\x89PNG\r\n\x1a\n/, { extension: "png", mimeType: "image/png" }],
  [/^GIF8[79]a/, { extension: "gif", mimeType: "image/gif" }],
  [/^RIFF[^]{4}WEBP/, { extension: "webp", mimeType: "image/webp" }],
  // A file has a main brand and a list of compatible brands.
  [/^[^]{4}ftyp(?:[^]{4})*?avi[fs]/, { extension: "avif", mimeType: "image/avif" }],
  // A Canon camera's own format begins like a TIFF.
  [/^(?:II\*\0(?![^]{4}CR)|MM\0\*)/, { extension: "tif", mimeType: "image/tiff" }],
];

/** Says why bytes are not a supported picture; completes "Cannot import the picture: …". Pure. */
export function whyNoPicture(bytes: Uint8Array): string {
  const start = headOf(bytes);
  const isPage = /^(?:\xef\xbb\xbf)?\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(start);
  if (!isPage && /<svg[\s>/]/i.test(start)) return "it is an SVG drawing";
  const found = isPage ? "a web page" : others.find(([pattern]) => pattern.test(start))?.[1];
  const supported = "it is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image";
  return found === undefined ? supported : `${supported} but ${found}`;
}

/** What else is found under the names of pictures. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^$/, "an empty file"],
  [/^\0+$/, "a file of nothing but zeros: its transfer was probably cut off"],
  // Its decoders are not free: neither browsers nor the lake have one.
  [/^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/, "a HEIC photo: save it as JPEG"],
  [/^[^]{4}ftyp/, "a film"],
  [/^(?:\xff\x0a|[^]{4}JXL )/, "a JPEG XL photo: save it as JPEG"],
  [/^[^]{4}jP {2}/, "a JPEG 2000 photo: save it as JPEG"],
  [/^(?:II\*\0[^]{4}CR|[^]{4}ftypcrx|FUJIFILMCCD-RAW)/, "a camera's raw photo: save it as JPEG"],
  [/^8BPS/, "a Photoshop file: save it as JPEG"],
  [/^BM[^]{12}/, "a BMP image: save it as PNG"],
  [/^\0\0[\x01\x02]\0/, "an icon file"],
  [/^%PDF-/, "a PDF document"],
  [/^%!PS/, "a PostScript drawing"],
  [/^PK\x03\x04/, "an archive or an office document"],
  [/^\x1f\x8b/, "a compressed file"],
  [/^version https:\/\/git-lfs\./, "a Git LFS pointer: get the file itself"],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml\b/, "an XML document"],
  [/^(?:\xef\xbb\xbf)?\s*[{[]\s*["[{]/, "a JSON document"],
  [/^[\t\n\r\x20-\x7e]+$/, "a text file"],
];
