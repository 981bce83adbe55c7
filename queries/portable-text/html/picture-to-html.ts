import { html, type Html } from "../../html/html.ts";
import { languageAttributes } from "../../html/language-attributes.ts";
import type { TextResult } from "../../image-fragment.ts";
import type { WantedPicture } from "../../images/image-url.ts";
import { pictureAttributes } from "../../images/picture-attributes.ts";
import type { Picture } from "../../images/picture.ts";

/** Where a picture is shown. */
export interface PictureSlot extends Omit<WantedPicture, "width"> {
  /** The `sizes` attribute: how wide it is drawn. */
  readonly sizes: string;
  /** Whether it is on the first screen: then it is loaded at once. */
  readonly isFirst?: boolean;
}

/** An `img` in the sizes that screens need, with the editor's crop. */
export function pictureToHtml(picture: Picture, alt: TextResult | undefined, slot: PictureSlot): Html {
  const { src, srcset, width, height } = pictureAttributes(picture, slot);
  return html`<img
    src="${src}"
    srcset="${srcset}"
    sizes="${slot.sizes}"
    width="${width}"
    height="${height}"
    alt="${alt?.text ?? ""}"
    ${alt && languageAttributes(alt.language)}
    decoding="async"
    ${slot.isFirst ? html`fetchpriority="high"` : html`loading="lazy"`}
  />`;
}
