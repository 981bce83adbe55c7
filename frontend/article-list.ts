import {
  html,
  languageAttributes,
  pickText,
  pictureToHtml,
  type ArticleItem,
  type ArticleListPage,
  type Html,
} from "../queries/index.ts";
import { pictureShapes } from "../schemas/index.ts";
import { formatDate } from "./format-date.ts";

/** How many stories a list page shows. */
export const pageSize = 20;

/** A page of a list, with the path of the list itself. */
export interface ListedArticles extends ArticleListPage {
  readonly path: string;
}

/** Stories as cards, each in its own language and direction, with links to older and newer ones. */
export function articleList({ articles, newer, older, path }: ListedArticles): Html {
  const link = (rel: string, cursor: string | null, text: string): Html | null =>
    cursor === null
      ? null
      : html`<a rel="${rel}" href="${path}?from=${encodeURIComponent(cursor)}">${text}</a>`;
  return html`<div class="cards">${articles.map(card)}</div>
    ${
      (older !== null || newer !== null) &&
      html`<nav class="pages">
        ${link("prev", newer, "Newer stories")} ${link("next", older, "Older stories")}
      </nav>`
    }`;
}

function card(article: ArticleItem, index: number): Html {
  const { language, direction, publishedAt, sourceLine } = article;
  const image = article.leadImage?.image;
  const picture =
    image?.picture &&
    pictureToHtml(image.picture, pickText(image.altTexts, language), {
      sizes: "(min-width: 62rem) 30rem, 100vw",
      aspectRatio: pictureShapes.card.aspectRatio,
      baseUrl: "/",
      isFirst: index === 0,
    });
  const text = article.summary ?? article.opening;
  return html`<article class="card" ${languageAttributes(language, direction)}>
    ${picture}
    <div>
      ${article.kicker && html`<p class="kicker">${article.kicker}</p>`}
      <h2><a href="/read/${encodeURIComponent(article.slug)}">${article.headline}</a></h2>
      ${text && html`<p class="teaser">${text}</p>`}
      <p class="about">
        ${publishedAt && html`<time datetime="${publishedAt}">${formatDate(publishedAt, language)}</time>`}
        ${sourceLine && html`<span>${sourceLine}</span>`}
      </p>
    </div>
  </article>`;
}
