import { imageId, type LocalizedText, type NewsImage, type Source } from "../../schemas/index.ts";
import { shortDigestOf } from "../digest.ts";
import type { Credit } from "../parse/read-credit.ts";
import type { RoledLine } from "../parse/lines.ts";
import type { SourceCollection } from "./collect-sources.ts";
import { makeKeys } from "./deterministic-keys.ts";
import { pictureFactsOf } from "./picture-facts.ts";

/** What the pictures of one story are made with. */
export interface ImageContext {
  readonly articleKey: string;
  readonly sources: SourceCollection;
  readonly languageOf: (text: string) => string;
}

/**
 * Makes the images of a story, by the number of the picture in the text.
 *
 * A picture that stands twice with the same first text is one image; its id comes from the story and that text.
 */
export function toImages(lines: readonly RoledLine[], context: ImageContext): ReadonlyMap<number, NewsImage> {
  const pictures = Map.groupBy(
    lines.filter((line) => line.picture !== undefined),
    (line) => line.picture ?? 0,
  );
  return new Map([...pictures].map(([picture, own]) => [picture, toImage(own, context)]));
}

function toImage(lines: readonly RoledLine[], { articleKey, sources, languageOf }: ImageContext): NewsImage {
  const texts = (role: RoledLine["role"]): LocalizedText[] => {
    const keyOf = makeKeys();
    return lines
      .filter((line) => line.role === role)
      .map((line) => plainText(line))
      .filter((text) => text !== "")
      .map((text) => {
        const language = languageOf(text);
        return { _type: "localizedText", _key: keyOf(`${language} ${text}`), language, text };
      });
  };
  const [altTexts, captions] = [texts("imageAlt"), texts("caption")];
  const credits = lines.flatMap((line) => line.credited?.credit ?? []);
  // The credit that names the photographer says more than the agency's name beside it.
  const credit = credits.find(({ people }) => people.length > 0) ?? credits[0];
  const source = sourceOf(credit, credits, sources);
  const facts = [...altTexts, ...captions].map(({ text }) => pictureFactsOf(text));
  const dated =
    facts.find((fact) => fact.locationCreated !== undefined) ?? facts.find((fact) => fact.dateCreated);
  const keyOf = makeKeys();
  const firstText = altTexts[0]?.text ?? captions[0]?.text ?? credit?.printed ?? "";
  return {
    _id: imageId(shortDigestOf(articleKey + firstText)),
    _type: "newsImage",
    ...(captions.length > 0 ? { captions } : {}),
    ...(altTexts.length > 0 ? { altTexts } : {}),
    ...(credit === undefined ? {} : { creditLine: credit.printed }),
    ...(credit === undefined || credit.people.length === 0
      ? {}
      : { creators: credit.people.map((name) => ({ _type: "person" as const, _key: keyOf(name), name })) }),
    ...(source === undefined ? {} : { source: { _type: "reference", _ref: source._id } }),
    ...dated,
  };
}

const plainText = (line: RoledLine): string => line.credited?.text ?? line.text;

function sourceOf(
  credit: Credit | undefined,
  credits: readonly Credit[],
  sources: SourceCollection,
): Source | undefined {
  const printed = credit?.sources[0] ?? credits.flatMap((other) => other.sources)[0];
  return printed === undefined ? undefined : sources.get(printed);
}
