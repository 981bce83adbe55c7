import type { ArticlePage } from "../article-by-slug.ts";
import { articleUrl } from "../site/article-url.ts";
import { canonicalUrlOf } from "../site/canonical-url.ts";
import type { Site } from "../site/site.ts";
import { imageObject } from "./image-object.ts";
import type { JsonLd } from "./json-ld.ts";

/** A story as schema.org's NewsArticle. What is not known of it is not said. */
export function newsArticle(article: ArticlePage, site: Site): JsonLd {
  const { language, canonicalUrl } = article;
  const own = articleUrl(site, article.slug);
  const canonical = canonicalUrlOf(site, article);
  const figures = [
    ...(article.leadImage ? [article.leadImage] : []),
    ...article.body.filter((item) => item._type === "figure"),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url: own,
    mainEntityOfPage: { "@type": "WebPage", "@id": canonical },
    headline: article.headline,
    alternativeHeadline: article.subHeadline,
    description: article.summary,
    // Of an unknown language nothing is said.
    inLanguage: language === "und" ? null : language,
    datePublished: article.publishedAt,
    dateModified: article._updatedAt,
    dateline: article.dateline,
    author: authorsOf(article),
    publisher: { "@type": "NewsMediaOrganization", name: site.name, url: site.url, logo: site.logoUrl },
    image: figures.flatMap((figure) => imageObject(figure, language, site) ?? []),
    keywords: article.keywords,
    creditText: article.sourceLine,
    correction: article.correction,
    isBasedOn: canonicalUrl === own ? null : canonicalUrl,
    isAccessibleForFree: site.isAccessibleForFree,
  };
}

/** The people who wrote it, or else the sources that it is from. */
function authorsOf({ creators, infoSources }: ArticlePage): readonly JsonLd[] {
  if (creators.length > 0) return creators.map((name) => ({ "@type": "Person", name }));
  const sources = infoSources.flatMap(({ role, source }) =>
    // "Agencies" without a name is no author.
    source && role === "originator" && source.kind !== "agencies" ? [source] : [],
  );
  return sources.map(({ kind, name, url }) => ({
    "@type": kind === "person" ? "Person" : "Organization",
    name,
    url,
  }));
}
