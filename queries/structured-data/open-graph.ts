import type { ArticlePage } from "../article-by-slug.ts";
import { imageUrl } from "../images/image-url.ts";
import { pickText } from "../pick-text.ts";
import { canonicalUrlOf } from "../site/canonical-url.ts";
import type { Site } from "../site/site.ts";

/** A `meta` element: `<meta property="og:title" content="…">`, or with `name` instead of `property`. */
export interface MetaTag {
  readonly attribute: "property" | "name";
  readonly key: string;
  readonly content: string;
}

/** The shape in which most services show a picture beside a link, 1.91 to 1. */
const card = { width: 1200, height: 630 } as const;

/** The `meta` elements by which other sites show a link to a story (ogp.me), in order. */
export function openGraph(article: ArticlePage, site: Site): readonly MetaTag[] {
  const { language, leadImage, publishedAt } = article;
  const picture = leadImage?.image?.picture;
  const alt = leadImage?.image && pickText(leadImage.image.altTexts, language)?.text;
  const known: readonly (readonly [key: string, content: string | null | undefined])[] = [
    ["og:type", "article"],
    ["og:site_name", site.name],
    ["og:title", article.headline],
    ["og:description", article.summary],
    ["og:url", canonicalUrlOf(site, article)],
    ["og:locale", localeOf(language)],
    ...(picture
      ? ([
          [
            "og:image",
            imageUrl(picture, {
              width: card.width,
              aspectRatio: card.width / card.height,
              baseUrl: site.imagesUrl,
            }),
          ],
          ["og:image:width", String(card.width)],
          ["og:image:height", String(card.height)],
          ["og:image:alt", alt],
        ] as const)
      : []),
    ["article:published_time", publishedAt],
    ["article:modified_time", article._updatedAt],
    ...article.keywords.map((keyword) => ["article:tag", keyword] as const),
  ];
  return [
    ...known.flatMap(([key, content]) => (content ? [{ attribute: "property", key, content } as const] : [])),
    ...article.creators.map((name) => ({ attribute: "name", key: "author", content: name }) as const),
    { attribute: "name", key: "twitter:card", content: picture ? "summary_large_image" : "summary" },
  ];
}

/** Open Graph wants a language with its territory: `ar_EG`. */
function localeOf(language: string): string | undefined {
  const [, region] = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(language) ?? [];
  return region && `${language.split("-", 1)[0]}_${region}`;
}
