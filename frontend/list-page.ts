import { type Html, html } from "../queries/index.ts";
import { articleList, type ListedArticles } from "./article-list.ts";
import { layout } from "./layout.ts";

/** The latest stories, or, while there are none, how to publish one. */
export function listPage(list: ListedArticles): Html {
  return layout({
    title: list.newer === null ? "Copydesk" : "Copydesk, older stories",
    language: "en",
    main:
      list.articles.length > 0
        ? html`<h1 class="unseen">Latest stories</h1>
            ${articleList(list)}`
        : howToPublish,
  });
}

const howToPublish = html`<section class="notice">
  <h1>Nothing is published yet</h1>
  <p>This page shows published articles only. Imported stories are drafts until an editor publishes them.</p>
  <ol>
    <li>Open the <a href="/studio">Studio</a> and choose a story under Articles.</li>
    <li>Press Publish: the images and sources that the story refers to are published with it.</li>
    <li>Reload this page.</li>
  </ol>
  <p>
    To publish all valid stories in a folder at once:
    <code>npx copydesk import &lt;folder&gt; --publish</code>
  </p>
</section>`;
