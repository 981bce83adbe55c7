import { html, type Html } from "../../html/html.ts";
import { languageAttributes } from "../../html/language-attributes.ts";
import type { FigureResult, TextResult } from "../../image-fragment.ts";
import type { BodyOptions } from "../body-options.ts";
import { figureContent } from "../figure-content.ts";
import { pictureToHtml } from "./picture-to-html.ts";

/**
 * A figure with caption and credit, each in its own direction. Undefined when its image is not published, and without a file
 * unless something stands in its place.
 */
export function figureToHtml(
  figure: FigureResult,
  options: BodyOptions & { readonly isFirst?: boolean },
): Html | undefined {
  const content = figureContent(figure, options.language);
  if (!content) return undefined;
  const { picture, alt, caption, credit } = content;
  const shown = picture
    ? pictureToHtml(picture, alt, {
        sizes: options.sizes ?? "100vw",
        baseUrl: options.imagesUrl,
        ...(options.isFirst && { isFirst: true }),
      })
    : missing(options.missingPicture, alt);
  if (!shown) return undefined;
  return html`<figure>
    ${shown}
    ${
      (caption || credit) &&
      html`<figcaption>
        ${caption && html`<span ${languageAttributes(caption.language)}>${caption.text}</span>`}
        ${credit && html`<span class="credit"><bdi>${credit}</bdi></span>`}
      </figcaption>`
    }
  </figure>`;
}

function missing(label: BodyOptions["missingPicture"], alt: TextResult | undefined): Html | undefined {
  return (
    label &&
    html`<div class="no-picture">
      <p ${languageAttributes(label.language)}>${label.text}</p>
      ${alt && html`<p ${languageAttributes(alt.language)}>${alt.text}</p>`}
    </div>`
  );
}
