import type { ParsedPicture } from "../parsed-story.ts";
import { pictureOf, type PictureWords } from "./picture-of.ts";

/**
 * Returns a picture from a format's details; `undefined` if there is neither a location nor any text, so that no one
 * could ever find it. Used for every format. Pure.
 */
export function foundPicture(words: PictureWords): ParsedPicture | undefined {
  const { url, file, caption, alt } = words;
  return [url, file, caption, alt].some((told) => told !== undefined && told !== "")
    ? pictureOf(words)
    : undefined;
}
