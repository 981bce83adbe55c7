import { z } from "zod";
import { articleItemFragment, type ArticleItem } from "../article-item-fragment.ts";
import { defineQuery, type Query, type QueryClient } from "../define-query.ts";
import { newestFirst, oldestFirst, readableArticles, sortTime } from "../readable-articles.ts";
import { isBehind, olderThan, readCursor, writeCursor } from "./list-cursor.ts";

/** A page of a list, newest first, with what to ask for the pages around it. */
export interface ArticleListPage {
  readonly articles: readonly ArticleItem[];
  /** The `cursor` of the page of newer stories; null on the first page. */
  readonly newer: string | null;
  /** The `cursor` of the page of older stories; null on the last page. */
  readonly older: string | null;
}

/** How many stories a page has. */
const limit = z.int().min(1).max(100).default(20);

/** `cursor` is the `older` or `newer` of another page; the first page comes without it. */
const pageShape = { limit, cursor: z.string().nullish() };
const pageParams = z.looseObject(pageShape);

type PageInput<Shape extends z.ZodRawShape> = z.input<z.ZodObject<Shape & typeof pageShape>>;

type Rows = z.ZodArray<typeof articleItemFragment.shape>;

/** A list of articles that readers may see, newest first, by cursor: stories that come or go meanwhile move no page. */
export interface ArticleList<Shape extends z.ZodRawShape> {
  /**
   * Gives a page of the list.
   *
   * @throws {TypeError} When the params are invalid: a mistake of the caller. A broken cursor gives the first page.
   * @throws {QueryResultError} When the dataset holds something that the result type does not allow.
   */
  (client: QueryClient, params: PageInput<Shape>): Promise<ArticleListPage>;
  readonly name: string;
  /** The query behind a page that begins the list, or goes on with older stories; with a row more than the page has. */
  readonly older: Query<z.ZodObject, Rows>;
  /** The query behind a page that goes back to newer stories: the same, but the oldest first. */
  readonly newer: Query<z.ZodObject, Rows>;
}

/**
 * Defines a list of articles that readers may see.
 *
 * @param definition.filter What the list asks for besides, in GROQ.
 * @param definition.params What the filter takes.
 */
export function defineList<Shape extends z.ZodRawShape>(definition: {
  readonly name: string;
  readonly filter?: string;
  readonly params: Shape;
}): ArticleList<Shape> {
  const { name, filter, params } = definition;
  const condition = filter === undefined ? readableArticles : `${readableArticles} && ${filter}`;
  const result = z.array(articleItemFragment.shape);
  const older = defineQuery<z.ZodObject, Rows>({
    name: `${name}.older`,
    groq: /* groq */ `*[${condition}
  && ${isBehind}
] | ${newestFirst} [0..$limit]{${articleItemFragment.groq}}`,
    params: z.object({ ...params, ...olderThan, limit }),
    result,
  });
  const newer = defineQuery<z.ZodObject, Rows>({
    name: `${name}.newer`,
    groq: /* groq */ `*[${condition}
  && ${sortTime} >= $beforeTime && (${sortTime} > $beforeTime || _id < $beforeId)
] | ${oldestFirst} [0..$limit]{${articleItemFragment.groq}}`,
    params: z.object({ ...params, beforeTime: z.string(), beforeId: z.string(), limit }),
    result,
  });

  async function page(client: QueryClient, input: PageInput<Shape>): Promise<ArticleListPage> {
    const checked = pageParams.safeParse(input);
    if (!checked.success) {
      throw new TypeError(
        `Cannot run query "${name}": ${checked.error.issues[0]?.message ?? "invalid params"}`,
      );
    }
    const { cursor, ...asked } = checked.data;
    const from = cursor == null ? undefined : readCursor(cursor);
    if (from?.direction === "newer") {
      const rows = await newer(client, { ...asked, beforeTime: from.time, beforeId: from.id });
      const articles = rows.slice(0, asked.limit).reverse();
      return pageOf(articles, { hasNewer: rows.length > asked.limit, hasOlder: true });
    }
    const rows = await older(client, {
      ...asked,
      ...(from && { afterTime: from.time, afterId: from.id }),
    });
    const articles = rows.slice(0, asked.limit);
    return pageOf(articles, { hasNewer: from !== undefined, hasOlder: rows.length > asked.limit });
  }

  Object.defineProperty(page, "name", { value: name });
  return Object.assign(page, { older, newer });
}

function pageOf(
  articles: readonly ArticleItem[],
  { hasNewer, hasOlder }: { readonly hasNewer: boolean; readonly hasOlder: boolean },
): ArticleListPage {
  const [first, last] = [articles[0], articles.at(-1)];
  return {
    articles,
    newer:
      hasNewer && first ? writeCursor({ direction: "newer", time: first.sortTime, id: first._id }) : null,
    older: hasOlder && last ? writeCursor({ direction: "older", time: last.sortTime, id: last._id }) : null,
  };
}
