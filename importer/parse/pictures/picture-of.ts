import { readCaption } from "./read-caption.ts";
import type { ParsedPicture, ParsedText } from "../parsed-story.ts";

/** What a format says of a picture, in its own words. */
export interface PictureWords {
  /** Absolute address. */
  readonly url?: string | undefined;
  readonly file?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly photographers?: readonly string[];
  readonly language?: string | undefined;
  readonly dateCreated?: string | undefined;
  readonly copyrightNotice?: string | undefined;
  readonly usageTerms?: string | undefined;
}

/** A picture as the words of a format describe it; a credit within the caption is taken off it. Pure. */
export function pictureOf(words: PictureWords): ParsedPicture {
  const facts = readCaption(words.caption ?? "", words.credit);
  const photographers = (words.photographers ?? []).filter((name) => !facts.people.includes(name));
  const creditLine = facts.creditLine ?? words.photographers?.[0];
  return {
    ...(words.url === undefined ? {} : { url: words.url }),
    ...(words.file === undefined ? {} : { file: words.file }),
    altTexts: textsOf(words.alt, words.language),
    captions: textsOf(facts.text, words.language),
    ...(creditLine === undefined ? {} : { creditLine }),
    sources: facts.sources,
    people: [...facts.people, ...photographers],
    ...(words.dateCreated === undefined ? {} : { dateCreated: words.dateCreated }),
    ...(words.copyrightNotice === undefined ? {} : { copyrightNotice: words.copyrightNotice }),
    ...(words.usageTerms === undefined ? {} : { usageTerms: words.usageTerms }),
  };
}

const textsOf = (text: string | undefined, language: string | undefined): readonly ParsedText[] =>
  text === undefined || text === "" ? [] : [{ text, ...(language === undefined ? {} : { language }) }];
