import {
  articleId,
  directionOf,
  type Article,
  type InfoSource,
  type NewsImage,
} from "../../schemas/index.ts";
import { toSlug } from "../../schemas/slugify.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { shortDigestOf } from "../digest.ts";
import { unlabelled } from "../parse/find-source-line.ts";
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
    slug: { _type: "slug", current: toSlug(headline) || `story-${shortDigestOf(headline, 8)}` },
    ...toBody(lines, context.images),
    language,
    direction: directionOf(language),
    ...(byline === undefined ? {} : { byline }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    ...(infoSources.length > 0 ? { infoSources } : {}),
    pubStatus: "usable",
  };
}

/** The first source with a name wrote the story; what comes with it contributed. */
function toInfoSources(sourceLine: string | undefined, sources: SourceCollection): InfoSource[] {
  if (sourceLine === undefined) return [];
  const keyOf = makeKeys();
  const named = new Map(
    splitSourceNames(unlabelled(sourceLine))
      .toReversed()
      .map((asPrinted) => [sources.get(asPrinted)._id, asPrinted] as const),
  );
  const infoSources = [...named].toReversed();
  const originator = infoSources.find(([id]) => id !== unnamedAgencies)?.[0];
  return infoSources.map(([id, asPrinted]) => ({
    _type: "infoSource",
    _key: keyOf(id),
    source: { _type: "reference", _ref: id },
    role: id === originator ? "originator" : "contributor",
    asPrinted,
  }));
}

const unnamedAgencies = "source-agencies";
