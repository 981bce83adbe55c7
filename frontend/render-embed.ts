import type { EmbedResult } from "../queries/index.ts";
import { html, type Html } from "./html.ts";

/**
 * A card with what stands in for something on another site, and a link to it. Nothing is loaded from there: a frame
 * would tell that site who reads what.
 */
export function renderEmbed({ url, provider, title, text }: EmbedResult): Html {
  const lines = text?.split("\n").filter((line) => line.trim() !== "") ?? [];
  return html`<aside class="embed">
    ${lines.length > 0 && html`<blockquote>${lines.map((line) => html`<p>${line}</p>`)}</blockquote>`}
    <p>
      <a href="${url}" rel="external noopener noreferrer"><bdi>${title ?? url}</bdi></a>
      <span class="provider"><bdi>${provider ?? new URL(url).hostname}</bdi></span>
    </p>
  </aside>`;
}
