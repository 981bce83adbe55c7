import {
  articleId,
  directionOf,
  type Article,
  type InfoSource,
  type NewsImage,
  type Person,
  sourceId,
} from "../../schemas/index.ts";
import { toSlug } from "../../schemas/slugify.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { shortDigestOf } from "../digest.ts";
import { unlabelled } from "../parse/find-source-line.ts";
import { nameOfByline } from "../parse/read-byline.ts";
import type { RoledText } from "../stages.ts";
import type { SourceCollection } from "./collect-sources.ts";
import { makeKeys } from "./deterministic-keys.ts";
import { toBody } from "./to-body.ts";

/** What the article of a story is made with. */
export interface ArticleContext {
  readonly articleKey: string;
  readonly sources: SourceCollection;
  readonly images: ReadonlyMap<number, NewsImage>;
}

/** Makes the article of a story. Pure. A date of publication is never made up: plain text carries none. */
export function toArticle({ lines, language }: RoledText, context: ArticleContext): Article {
  const textOf = (role: (typeof lines)[number]["role"]): string | undefined =>
    lines.find((line) => line.role === role)?.text;
  const headline = textOf("headline") ?? "";
  const subHeadline = textOf("subHeadline");
  const byline = textOf("byline");
  const sourceLine = textOf("sourceLine");
  const infoSources = toInfoSources(sourceLine, context.sources);
  return {
    _id: articleId(context.articleKey),
    _type: "article",
    headline,
    ...(subHeadline === undefined ? {} : { subHeadline }),
    slug: { _type: "slug", current: toSlug(headline.slice(0, 500)) || `story-${shortDigestOf(headline, 8)}` },
    ...toBody(lines, context.images),
    language,
    direction: directionOf(language),
    ...(byline === undefined ? {} : { byline, creators: toCreators(byline) }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    ...(infoSources.length > 0 ? { infoSources } : {}),
    pubStatus: "usable",
  };
}

/** A byline is kept as printed, and its name beside it. */
function toCreators(byline: string): Person[] {
  const name = nameOfByline(byline);
  return name === undefined ? [] : [{ _type: "person", _key: makeKeys()(name), name }];
}

/** The first source with a name wrote the story; what comes with it contributed. */
function toInfoSources(sourceLine: string | undefined, sources: SourceCollection): InfoSource[] {
  if (sourceLine === undefined) return [];
  const asPrintedById = new Map<string, string>();
  for (const asPrinted of splitSourceNames(unlabelled(sourceLine))) {
    const { _id } = sources.get(asPrinted);
    if (!asPrintedById.has(_id)) asPrintedById.set(_id, asPrinted);
  }
  const originator = asPrintedById.keys().find((id) => id !== unnamedAgencies);
  const keyOf = makeKeys();
  return [...asPrintedById].map(([id, asPrinted]) => ({
    _type: "infoSource",
    _key: keyOf(id),
    source: { _type: "reference", _ref: id },
    role: id === originator ? "originator" : "contributor",
    asPrinted,
  }));
}

const unnamedAgencies = sourceId("agencies");
