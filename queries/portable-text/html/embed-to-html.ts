import type { EmbedResult } from "../../embed-fragment.ts";
import { html, type Html } from "../../html/html.ts";
import { embedContent } from "../embed-content.ts";

/** A card with what stands in for something on another site, and a link to it. */
export function embedToHtml(embed: EmbedResult): Html {
  const { url, title, provider, lines } = embedContent(embed);
  return html`<aside class="embed">
    ${lines.length > 0 && html`<blockquote>${lines.map((line) => html`<p dir="auto">${line}</p>`)}</blockquote>`}
    <p>
      <a href="${url}" rel="external noopener noreferrer"><bdi>${title}</bdi></a>
      <span class="provider"><bdi>${provider}</bdi></span>
    </p>
  </aside>`;
}
