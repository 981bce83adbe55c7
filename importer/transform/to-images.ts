import { imageId, type LocalizedText, type NewsImage } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import type { ParsedPicture, ParsedText } from "../parse/parsed-story.ts";
import type { SourceCollection } from "./collect-sources.ts";
import { makeKeys } from "../deterministic-keys.ts";
import { pictureFactsOf, type PictureFacts } from "./picture-facts.ts";

/** What is needed to make the images of one story. */
export interface ImageContext {
  readonly articleKey: string;
  readonly sources: SourceCollection;
  readonly languageOf: (text: string) => string;
  /** Asset ids of the pictures, in order. */
  readonly assetIds?: readonly (string | undefined)[] | undefined;
}

/**
 * Makes the images of a story, by the number of the picture in the story.
 *
 * A picture that occurs twice, with the same address or the same first text, is one image; its id comes from the story
 * and that address or text.
 */
export function toImages(
  pictures: readonly ParsedPicture[],
  context: ImageContext,
): ReadonlyMap<number, NewsImage> {
  return new Map(
    pictures.map((picture, number) => {
      const assetId = context.assetIds?.[number];
      const image = toImage(picture, context);
      return [number, assetId === undefined ? image : { ...image, asset: assetOf(assetId) }];
    }),
  );
}

const assetOf = (id: string): NonNullable<NewsImage["asset"]> => ({
  _type: "image",
  asset: { _type: "reference", _ref: id },
});

function toImage(picture: ParsedPicture, { articleKey, sources, languageOf }: ImageContext): NewsImage {
  const localized = (texts: readonly ParsedText[]): LocalizedText[] => {
    const keyOf = makeKeys();
    return texts
      .filter(({ text }) => text !== "")
      .map(({ text, language = languageOf(text) }) => ({
        _type: "localizedText",
        _key: keyOf(`${language} ${text}`),
        language,
        text,
      }));
  };
  const { url, file, creditLine, people, copyrightNotice, usageTerms } = picture;
  const [altTexts, captions] = [localized(picture.altTexts), localized(picture.captions)];
  const [printedSource] = picture.sources;
  const source = printedSource === undefined ? undefined : sources.get(printedSource);
  const keyOf = makeKeys();
  const identity = url ?? file ?? altTexts[0]?.text ?? captions[0]?.text ?? creditLine ?? "";
  const fileName = file?.split("/").at(-1);
  return {
    _id: imageId(shortDigestOf(articleKey + identity)),
    _type: "newsImage",
    ...(captions.length > 0 ? { captions } : {}),
    ...(altTexts.length > 0 ? { altTexts } : {}),
    ...(creditLine === undefined ? {} : { creditLine }),
    ...(people.length === 0
      ? {}
      : { creators: people.map((name) => ({ _type: "person" as const, _key: keyOf(name), name })) }),
    ...(source === undefined ? {} : { source: { _type: "reference", _ref: source._id } }),
    ...(copyrightNotice === undefined ? {} : { copyrightNotice }),
    ...(usageTerms === undefined ? {} : { usageTerms }),
    ...(url === undefined ? {} : { originalUrl: url }),
    ...(url === undefined && fileName !== undefined ? { fileName } : {}),
    ...factsOf([...altTexts, ...captions]),
    ...(picture.dateCreated === undefined ? {} : { dateCreated: picture.dateCreated }),
  };
}

/** When and where the picture was taken, from the text that says the most. */
function factsOf(texts: readonly LocalizedText[]): PictureFacts | undefined {
  const facts = texts.map(({ text }) => pictureFactsOf(text));
  return (
    facts.find((fact) => fact.locationCreated !== undefined) ??
    facts.find((fact) => fact.dateCreated !== undefined)
  );
}
