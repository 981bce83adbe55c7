import type { ArticleItem } from "../article-item-fragment.ts";
import type { QueryClient } from "../define-query.ts";
import { excerptOf, type MarkedText } from "./excerpt-of.ts";
import { foundArticles } from "./found-articles.ts";
import { markText } from "./mark-text.ts";
import { searchedPhrases } from "./searched-phrases.ts";

/** A story that was found, and where. */
export interface FoundArticle extends ArticleItem {
  readonly markedHeadline: MarkedText;
  /** The passage of the text in which it was found; of the summary, if it was found there and not in the text. */
  readonly excerpt: MarkedText;
}

/**
 * Searches what readers may read, the best story first. All words have to be in it; `"two words"` stand together, `begin*`
 * finds all words that begin so, `-word` is not in it. What counts as the same word is up to the dataset's service
 * (docs/search.md); marks are by the rules of the embedded lake.
 *
 * @param options.cursor The `older` of the page before.
 * @returns Nothing for a search without a word.
 */
export async function searchArticles(
  client: QueryClient,
  options: {
    readonly text: string;
    readonly language?: string;
    readonly limit?: number;
    readonly cursor?: string | null;
  },
): Promise<{ readonly articles: readonly FoundArticle[]; readonly older: string | null }> {
  const { text, language = "", limit = 20, cursor } = options;
  const phrases = searchedPhrases(text);
  if (phrases.length === 0) return { articles: [], older: null };
  const rows = await foundArticles(client, { text, language, limit, ...readScore(cursor) });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    articles: shown.map(({ score: _, text: body, ...article }) => ({
      ...article,
      markedHeadline: { text: article.headline, marks: markText(article.headline, phrases) },
      excerpt: excerptOf(passageOf(article, body), phrases),
    })),
    older: rows.length > limit && last ? `${last.score}~${last._id}` : null,
  };

  function passageOf({ summary }: ArticleItem, body: string): string {
    const isInSummary = summary !== null && markText(summary, phrases).length > 0;
    return summary !== null && (body === "" || (isInSummary && markText(body, phrases).length === 0))
      ? summary
      : body;
  }
}

/** A cursor is the score and the id of a row. One that is broken gives the first page. */
function readScore(cursor: string | null | undefined): { afterScore: number; afterId: string } | undefined {
  const [, score, afterId = ""] = /^(\d+(?:\.\d+)?)~([^~]+)$/.exec(cursor ?? "") ?? [];
  return score === undefined ? undefined : { afterScore: Number(score), afterId };
}
