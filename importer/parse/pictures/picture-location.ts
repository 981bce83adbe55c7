import { webAddress } from "../addresses/web-address.ts";
import { isPictureName } from "./is-picture.ts";

/** Where a picture is: on the web, in a file next to the input, or in either. */
export type PictureLocation = (
  { readonly url: string; readonly file?: string } | { readonly url?: never; readonly file: string }
) & {
  /** Its other sizes, if it is offered in several; see `ParsedPicture`. */
  readonly knownAs?: readonly string[];
  readonly declaredSize?: { readonly width: number; readonly height: number };
};

/** What relative picture addresses refer to. */
export interface PictureBase {
  readonly baseUrl: string | undefined;
  /**
   * Which relative paths are of files beside the input: all, those that a wire sends along, or none. Of a page that was
   * saved all may be, and if one is not there it is where the page was published.
   */
  readonly files: "all" | "all-or-published" | "sent-along" | "none";
}

/**
 * The base for wire copy, which comes with files unless it was fetched from an address. Files are in its folder or
 * below; a path without a picture extension is a number in someone's archive.
 */
export const wireBase = (baseUrl: string | undefined): PictureBase => ({
  baseUrl,
  files: baseUrl === undefined ? "sent-along" : "none",
});

/** The location of a picture that an input refers to; `undefined` if it cannot be determined. Pure. */
export function pictureLocation(
  written: string,
  { baseUrl, files }: PictureBase,
): PictureLocation | undefined {
  const file = files === "none" ? undefined : fileBeside(written);
  const isFile = file !== undefined && (files !== "sent-along" || isSentAlong(file));
  if (isFile && files !== "all-or-published") return { file };
  const url = webAddress(written, baseUrl);
  if (url === undefined) return isFile ? { file } : undefined;
  return isFile ? { url, file } : { url };
}

/**
 * Whether it is a path from the root of a site. If the input does not name the site, the picture is known but
 * missing. Pure.
 */
export const isPathOnSite = (written: string): boolean => /^\/[^/]/.test(written.trim());

/**
 * The path of a file next to the input, with `/` and decoded; `undefined` for an absolute one. It may lead upwards:
 * the reader of the file makes sure that it stays within the imported folder.
 */
function fileBeside(written: string): string | undefined {
  const path = written.trim().replace(/[?#].*$/s, "");
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path)) return undefined;
  const file = decodePath(path)
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "");
  return file === "" || file.startsWith("/") || file.includes("\0") ? undefined : file;
}

const isSentAlong = (file: string): boolean => isPictureName(file) && !file.split("/").includes("..");

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A per cent sign that encodes nothing is literal.
    return path;
  }
}
