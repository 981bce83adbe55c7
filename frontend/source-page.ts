import { type Html, html, languageAttributes, type SourceResult } from "../queries/index.ts";
import { articleList, type ListedArticles } from "./article-list.ts";
import { layout } from "./layout.ts";

/** The stories that come from one source. */
export function sourcePage(source: SourceResult, list: ListedArticles): Html {
  const otherNames = source.names.filter(({ value }) => value !== source.name);
  return layout({
    title: source.name,
    language: "en",
    main: html`<header class="source">
        <h1><bdi>${source.name}</bdi></h1>
        ${otherNames.map(({ language, value }) => html`<p ${languageAttributes(language)}>${value}</p>`)}
      </header>
      ${list.articles.length > 0 ? articleList(list) : html`<p>This source has no published stories.</p>`}`,
  });
}
