import type { FigureResult, TextResult } from "../queries/index.ts";
import { html, type Html } from "./html.ts";
import { labelsFor } from "./labels.ts";
import { languageAttributes } from "./language-attributes.ts";
import { pickText } from "./pick-text.ts";
import { renderPicture, type PictureSlot } from "./picture.ts";

/**
 * A figure with caption and credit, in the page's language if available. Undefined when its image is not published;
 * a placeholder box for a picture whose file is still missing.
 */
export function renderFigure(figure: FigureResult, language: string, slot: PictureSlot): Html | undefined {
  const { image } = figure;
  if (image === null) return undefined;
  const caption = pickText(figure.captions.length > 0 ? figure.captions : image.captions, language);
  const credit = image.creditLine ?? (image.creators.join(", ") || null);
  return html`<figure>
    ${renderPicture(image, language, slot) ?? missingPicture(image.altTexts, language)}
    ${
      (caption || credit) &&
      html`<figcaption>
        ${caption && html`<span ${languageAttributes(caption.language)}>${caption.text}</span>`}
        ${credit && html`<span class="credit"><bdi>${credit}</bdi></span>`}
      </figcaption>`
    }
  </figure>`;
}

function missingPicture(altTexts: readonly TextResult[], language: string): Html {
  const labels = labelsFor(language);
  const alt = pickText(altTexts, language);
  return html`<div class="no-picture">
    <p ${languageAttributes(labels.language)}>${labels.pictureMissing}</p>
    ${alt && html`<p ${languageAttributes(alt.language)}>${alt.text}</p>`}
  </div>`;
}
