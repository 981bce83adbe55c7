import type { ArticleItem } from "../article-item-fragment.ts";
import { imageUrl } from "../images/image-url.ts";
import { pictureSize } from "../images/picture-size.ts";
import { pickText } from "../pick-text.ts";
import { canonicalUrlOf } from "../site/canonical-url.ts";
import type { Site } from "../site/site.ts";

/** What every kind of feed says of a story. */
export interface FeedEntry {
  /** The same for ever, whatever becomes of the story's slug. An address, which Atom asks for. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Summary, or else the first paragraph: text, not markup. */
  readonly summary: string | undefined;
  /** Undefined where it is unknown. */
  readonly language: string | undefined;
  /** As an instant; a day begins at midnight UTC. Undefined where it is unknown. */
  readonly published: Date | undefined;
  readonly updated: Date;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly picture: FeedPicture | undefined;
}

interface FeedPicture {
  readonly url: string;
  readonly type: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly credit: string | undefined;
  readonly caption: string | undefined;
}

const widest = 1280;

/** What every kind of feed says of a story. */
export function feedEntry(article: ArticleItem, site: Site): FeedEntry {
  const { creators, byline, language, publishedAt } = article;
  return {
    // Not behind a "#": readers take addresses that differ in nothing else for one.
    id: new URL(`?id=${encodeURIComponent(article._id)}`, site.url).href,
    url: canonicalUrlOf(site, article),
    title: article.headline,
    summary: article.summary ?? (article.opening || undefined),
    language: language === "und" ? undefined : language,
    published: publishedAt === null ? undefined : new Date(publishedAt),
    updated: new Date(article._updatedAt),
    authors: creators.length > 0 ? creators : byline === null ? [] : [byline],
    keywords: article.keywords,
    picture: pictureOf(article, site),
  };
}

function pictureOf({ leadImage, language }: ArticleItem, site: Site): FeedPicture | undefined {
  if (!leadImage?.image?.picture) return undefined;
  const { captions, image } = leadImage;
  const { picture } = leadImage.image;
  const full = pictureSize(picture);
  const width = Math.min(full.width, widest);
  return {
    url: imageUrl(picture, { width, baseUrl: site.imagesUrl }),
    type: picture.mimeType ?? undefined,
    width,
    height: Math.round((full.height * width) / full.width),
    credit: image.creditLine ?? undefined,
    caption: pickText(captions.length > 0 ? captions : image.captions, language)?.text,
  };
}
