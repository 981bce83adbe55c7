import type { ArticleItem } from "../article-item-fragment.ts";
import type { Site } from "../site/site.ts";

/** A feed: the stories of a list, with its name and addresses. */
export interface Feed {
  readonly site: Site;
  /** `Harbour News: port`, say. */
  readonly title: string;
  readonly description?: string;
  /** The feed's own address. */
  readonly url: string;
  /** The page that shows the same list. */
  readonly pageUrl: string;
  /** The language of the list; that of the site without it. */
  readonly language?: string;
  /** As a list query gives them. */
  readonly articles: readonly ArticleItem[];
}
