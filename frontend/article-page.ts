import {
  bodyToHtml,
  figureToHtml,
  html,
  languageAttributes,
  type ArticlePage,
  type Html,
} from "../queries/index.ts";
import { formatDate, formatNames } from "./format-date.ts";
import { labelsFor } from "./labels.ts";
import { layout } from "./layout.ts";
import { sourceLink } from "./source-link.ts";

/** One story. */
export function articlePage(article: ArticlePage): Html {
  const { language, direction } = article;
  const labels = labelsFor(language);
  const shared = {
    language,
    imagesUrl: "/",
    missingPicture: { text: labels.pictureMissing, language: labels.language },
  };
  return layout({
    title: article.headline,
    description: article.summary,
    language,
    direction,
    main: html`<article class="story" ${languageAttributes(language, direction)}>
      <header>
        ${article.kicker && html`<p class="kicker">${article.kicker}</p>`}
        <h1>${article.headline}</h1>
        ${article.subHeadline && html`<p class="sub-headline">${article.subHeadline}</p>`}
        ${article.summary && html`<p class="summary">${article.summary}</p>`} ${aboutLine(article)}
      </header>
      ${
        article.leadImage &&
        figureToHtml(article.leadImage, {
          ...shared,
          sizes: "(min-width: 62rem) 58rem, 100vw",
          isFirst: true,
        })
      }
      <div class="body">
        ${bodyToHtml(article.body, { ...shared, sizes: "(min-width: 46rem) 42rem, 100vw" })}
      </div>
      ${originOf(article)}
    </article>`,
  });
}

/** Who, where and when, if known. */
function aboutLine({ byline, creators, dateline, publishedAt, language }: ArticlePage): Html | undefined {
  const labels = labelsFor(language);
  const author = byline ?? (creators.length > 0 ? formatNames(creators, language) : undefined);
  const parts = [
    author && html`<span>${author}</span>`,
    dateline && html`<span>${dateline}</span>`,
    publishedAt &&
      html`<span
        ><span ${languageAttributes(labels.language)}>${labels.published}</span>
        <time datetime="${publishedAt}">${formatDate(publishedAt, language)}</time></span
      >`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : html`<p class="about">${parts}</p>`;
}

function originOf({ sourceLine, infoSources, language }: ArticlePage): Html | undefined {
  if (sourceLine === null && infoSources.length === 0) return undefined;
  const labels = labelsFor(language);
  return html`<footer>
    ${sourceLine && html`<p class="source-line">${sourceLine}</p>`}
    ${
      infoSources.length > 0 &&
      html`<h2 ${languageAttributes(labels.language)}>${labels.sources}</h2>
        <ul class="sources">
          ${infoSources.map(
            ({ source, asPrinted }) => html`<li>${source ? sourceLink(source, language) : asPrinted}</li>`,
          )}
        </ul>`
    }
  </footer>`;
}
