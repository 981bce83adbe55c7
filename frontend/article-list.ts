import type { ArticleItem } from "../queries/index.ts";
import { pictureShapes } from "../schemas/index.ts";
import { formatDate } from "./format-date.ts";
import { html, type Html } from "./html.ts";
import { languageAttributes } from "./language-attributes.ts";
import { renderPicture } from "./picture.ts";

/** How many stories a list page shows. */
export const pageSize = 20;

/** A page of a list. `articles` holds one more than a page shows when there is a next page. */
export interface ArticleListPage {
  readonly articles: readonly ArticleItem[];
  /** Counted from 1. */
  readonly page: number;
  /** Path of the list itself. */
  readonly path: string;
}

/** Stories as cards, each in its own language and direction, with links to older and newer ones. */
export function articleList({ articles, page, path }: ArticleListPage): Html {
  const older =
    articles.length > pageSize && html`<a rel="next" href="${path}?page=${page + 1}">Older stories</a>`;
  const newer =
    page > 1 &&
    html`<a rel="prev" href="${page === 2 ? path : `${path}?page=${page - 1}`}">Newer stories</a>`;
  return html`<div class="cards">${articles.slice(0, pageSize).map(card)}</div>
    ${(older || newer) && html`<nav class="pages">${newer} ${older}</nav>`}`;
}

function card(article: ArticleItem, index: number): Html {
  const { language, direction, publishedAt, sourceLine } = article;
  const image = article.leadImage?.image;
  const picture =
    image &&
    renderPicture(image, language, {
      sizes: "(min-width: 62rem) 30rem, 100vw",
      shape: pictureShapes.card,
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
