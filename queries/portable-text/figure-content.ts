import type { FigureResult, TextResult } from "../image-fragment.ts";
import type { Picture } from "../images/picture.ts";
import { pickText } from "../pick-text.ts";

/** What a figure shows, each text in a language of its own. */
export interface FigureContent {
  /** Null while there is no file. */
  readonly picture: Picture | null;
  readonly alt: TextResult | undefined;
  readonly caption: TextResult | undefined;
  /** As printed, whatever its language; the names of the photographers without that. */
  readonly credit: string | null;
}

/** What a figure shows in a language, if available. Undefined while its image is not published. */
export function figureContent(
  { image, captions }: FigureResult,
  language: string,
): FigureContent | undefined {
  if (image === null) return undefined;
  return {
    picture: image.picture,
    alt: pickText(image.altTexts, language),
    caption: pickText(captions.length > 0 ? captions : image.captions, language),
    credit: image.creditLine ?? (image.creators.join(", ") || null),
  };
}
