import {
  articleId,
  directionOf,
  type Article,
  type InfoSource,
  type NewsImage,
} from "../../schemas/index.ts";
import { toSlug } from "../../schemas/slugify.ts";
import { shortDigestOf } from "../digest.ts";
import type { ParsedStory } from "../parse/parsed-story.ts";
import type { SourceCollection } from "./collect-sources.ts";
import { makeKeys } from "../deterministic-keys.ts";
import { toBody } from "./to-body.ts";

/** What is needed to make the article of a story. */
export interface ArticleContext {
  readonly articleKey: string;
  readonly sources: SourceCollection;
  readonly images: ReadonlyMap<number, NewsImage>;
}

/** Makes the article of a story. Fields that the story does not give, such as a publication date, are absent. Pure. */
export function toArticle(story: ParsedStory, { articleKey, sources, images }: ArticleContext): Article {
  const { kicker, headline, subHeadline, summary, language, byline, sourceLine } = story;
  const { dateline, publishedAt, canonicalUrl, control, edNote } = story;
  const infoSources = toInfoSources(story.infoSources, sources);
  const keywords = [...new Set(story.keywords.filter((keyword) => keyword !== ""))];
  const notes = [control?.note, edNote].filter((note) => note !== undefined && note !== "");
  return {
    _id: articleId(articleKey),
    _type: "article",
    headline,
    ...(kicker === undefined ? {} : { kicker }),
    ...(subHeadline === undefined ? {} : { subHeadline }),
    slug: { _type: "slug", current: toSlug(headline.slice(0, 500)) || `story-${shortDigestOf(headline, 8)}` },
    ...(summary === undefined ? {} : { summary }),
    ...toBody(story, images),
    language,
    direction: directionOf(language),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(byline === undefined ? {} : { byline }),
    ...(story.creators.length > 0 ? { creators: toCreators(story.creators) } : {}),
    ...(dateline === undefined ? {} : { dateline: { _type: "dateline", ...dateline } }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    ...(infoSources.length > 0 ? { infoSources } : {}),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    pubStatus: control?.pubStatus ?? "usable",
    ...(control?.embargoedUntil === undefined ? {} : { embargoedUntil: control.embargoedUntil }),
    ...(notes.length > 0 ? { edNote: [...new Set(notes)].join("\n") } : {}),
  };
}

function toCreators(creators: ParsedStory["creators"]): NonNullable<Article["creators"]> {
  const keyOf = makeKeys();
  return creators.map(({ name }) => ({ _type: "person", _key: keyOf(name), name }));
}

/** Each source once, as first printed. */
function toInfoSources(named: ParsedStory["infoSources"], sources: SourceCollection): InfoSource[] {
  const byId = new Map<string, ParsedStory["infoSources"][number]>();
  for (const infoSource of named) {
    const { _id } = sources.get(infoSource.printed);
    if (!byId.has(_id)) byId.set(_id, infoSource);
  }
  const keyOf = makeKeys();
  return [...byId].map(([id, { printed, role }]) => ({
    _type: "infoSource",
    _key: keyOf(id),
    source: { _type: "reference", _ref: id },
    role,
    asPrinted: printed,
  }));
}
