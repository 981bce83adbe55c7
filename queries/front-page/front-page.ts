import type { ArticleItem } from "../article-item-fragment.ts";
import type { QueryClient } from "../define-query.ts";
import { articlesByKeyword } from "../lists/articles-by-keyword.ts";
import { articlesByLanguage } from "../lists/articles-by-language.ts";
import { articlesBySource } from "../lists/articles-by-source.ts";
import { latestArticles } from "../lists/latest-articles.ts";

/** What a section of a front page shows: the stories with a keyword, in a language, or from a source. */
export type Section =
  | { readonly by: "keyword"; readonly keyword: string }
  | { readonly by: "language"; readonly language: string }
  | { readonly by: "source"; readonly sourceId: string };

/** A section with its newest stories. */
type FilledSection<Asked extends Section> = Asked & { readonly articles: readonly ArticleItem[] };

export interface FrontPage<Asked extends Section> {
  /** The newest story with a picture, or else the newest; null while there is none. */
  readonly lead: ArticleItem | null;
  /** The newest stories besides the lead. */
  readonly latest: readonly ArticleItem[];
  /** In the order asked for. Those without a story of their own are left out. */
  readonly sections: readonly FilledSection<Asked>[];
}

/**
 * A front page: a lead, the latest stories, and sections, each story once.
 *
 * @param options.language Only stories in this language; all languages without it.
 * @param options.latest How many stories beside the lead; 8 by default.
 * @param options.perSection How many stories a section shows; 4 by default.
 */
export async function frontPage<Asked extends Section = never>(
  client: QueryClient,
  options: {
    readonly language?: string;
    readonly latest?: number;
    readonly sections?: readonly Asked[];
    readonly perSection?: number;
  } = {},
): Promise<FrontPage<Asked>> {
  const { language, latest = 8, sections = [], perSection = 4 } = options;
  // So many that a section still has stories of its own when the top of the page has shown its newest.
  const spare = perSection + latest + 1;
  const [newest, ...lists] = await Promise.all([
    language === undefined
      ? latestArticles(client, { limit: latest + 1 })
      : articlesByLanguage(client, { language, limit: latest + 1 }),
    ...sections.map((section) => listOf(client, section, spare)),
  ]);
  const lead =
    newest.articles.find((article) => article.leadImage?.image?.picture) ?? newest.articles[0] ?? null;
  const shown = new Set(newest.articles.map(({ _id }) => _id));
  const filled = sections.flatMap((section, index): readonly FilledSection<Asked>[] => {
    const articles = lists[index]?.articles ?? [];
    const own = articles.filter(({ _id }) => !shown.has(_id)).slice(0, perSection);
    for (const { _id } of own) shown.add(_id);
    return own.length > 0 ? [{ ...section, articles: own }] : [];
  });
  return { lead, latest: newest.articles.filter((article) => article !== lead), sections: filled };
}

function listOf(client: QueryClient, section: Section, limit: number) {
  switch (section.by) {
    case "keyword":
      return articlesByKeyword(client, { keyword: section.keyword, limit });
    case "language":
      return articlesByLanguage(client, { language: section.language, limit });
    case "source":
      return articlesBySource(client, { sourceId: section.sourceId, limit });
  }
}
