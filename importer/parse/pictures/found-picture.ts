import type { ParsedPicture } from "../parsed-story.ts";
import { pictureOf, type PictureWords } from "./picture-of.ts";

/**
 * A picture as the words of a format describe it; `undefined` if there is neither a place where it is nor a word about
 * it, so that nobody could ever find it. Every format asks this. Pure.
 */
export function foundPicture(words: PictureWords): ParsedPicture | undefined {
  const { url, file, caption, alt } = words;
  return [url, file, caption, alt].some((told) => told !== undefined && told !== "")
    ? pictureOf(words)
    : undefined;
}
