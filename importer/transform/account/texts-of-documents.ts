import { textsIn, type Article, type ContentDocument, type NewsImage } from "../../../schemas/index.ts";

/** One text of a story's documents. */
export interface DocumentText {
  readonly text: string;
  /** Index of the member of the article's body that it belongs to. */
  readonly member?: number;
}

/**
 * Every text that a story's documents have, each once, in the order in which it is read: names that were read out of a
 * byline, a source line or a credit stand in that line already. Pure.
 */
export function textsOfDocuments(documents: readonly ContentDocument[]): DocumentText[] {
  const images = new Map(
    documents.flatMap((document): [string, NewsImage][] =>
      document._type === "newsImage" ? [[document._id, document]] : [],
    ),
  );
  /** An image that is shown twice is told once. */
  const take = (id: string): string[] => {
    const image = images.get(id);
    images.delete(id);
    return image === undefined ? [] : textsOfImage(image);
  };
  const article = documents.find((document): document is Article => document._type === "article");
  if (article === undefined) return [];
  const { body = [], leadImage } = article;
  const lead = leadImage === undefined ? [] : [...take(leadImage.image._ref), ...textsIn(leadImage, false)];
  const members = body.flatMap((member, index) => {
    const own = member._type === "figure" ? take(member.image._ref) : [];
    return [...own, ...textsIn(member, false)].map((text) => ({ text, member: index }));
  });
  const unshown = [...images.values()].flatMap(textsOfImage);
  return [
    ...[...headOf(article), ...lead].map((text) => ({ text })),
    ...members,
    ...unshown.map((text) => ({ text })),
  ];
}

function headOf({ byline, creators = [], sourceLine, infoSources = [], ...article }: Article): string[] {
  return [
    article.kicker,
    article.headline,
    article.subHeadline,
    ...(byline === undefined ? creators.map(({ name }) => name) : [byline]),
    article.dateline?.printed,
    article.summary,
    article.edNote,
    ...(sourceLine === undefined ? infoSources.map(({ asPrinted }) => asPrinted) : [sourceLine]),
    ...(article.keywords ?? []),
  ].filter((text) => text !== undefined);
}

function textsOfImage(image: NewsImage): string[] {
  const { captions = [], altTexts = [], creditLine, creators = [] } = image;
  const credit = creditLine === undefined ? creators.map(({ name }) => name) : [creditLine];
  const rights = [image.copyrightNotice, image.usageTerms].filter((text) => text !== undefined);
  return [...[...altTexts, ...captions].map(({ text }) => text), ...credit, ...rights];
}
