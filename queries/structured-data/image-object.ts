import type { FigureResult } from "../image-fragment.ts";
import { imageUrl } from "../images/image-url.ts";
import { pictureSize } from "../images/picture-size.ts";
import { pickText } from "../pick-text.ts";
import type { Site } from "../site/site.ts";
import type { JsonLd } from "./json-ld.ts";

/** Wide enough for what search engines show (developers.google.com/search/docs/appearance/structured-data/article). */
const mostPixels = 1920;

/**
 * A picture with its credit and licence as schema.org has them (ImageObject). Undefined while there is no file.
 *
 * A licence is an address, or else the terms in full.
 */
export function imageObject(figure: FigureResult, language: string, site: Site): JsonLd | undefined {
  const { image } = figure;
  if (!image?.picture) return undefined;
  const full = pictureSize(image.picture);
  const width = Math.min(full.width, mostPixels);
  const { source, usageTerms } = image;
  const caption = pickText(figure.captions.length > 0 ? figure.captions : image.captions, language);
  return {
    "@type": "ImageObject",
    url: imageUrl(image.picture, { width, baseUrl: site.imagesUrl }),
    width,
    height: Math.round((full.height * width) / full.width),
    caption: caption?.text,
    description: pickText(image.altTexts, language)?.text,
    creditText: image.creditLine ?? source?.name,
    creator:
      image.creators.length > 0
        ? image.creators.map((name) => ({ "@type": "Person", name }))
        : source && { "@type": "Organization", name: source.name, url: source.url },
    copyrightNotice: image.copyrightNotice,
    license:
      usageTerms && (URL.canParse(usageTerms) ? usageTerms : { "@type": "CreativeWork", text: usageTerms }),
    dateCreated: image.dateCreated,
  };
}
