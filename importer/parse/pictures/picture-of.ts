import { type CaptionFacts, readCaption } from "./read-caption.ts";
import type { ParsedPicture, ParsedText } from "../parsed-story.ts";

/** A format's details of a picture, in its own words. */
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
  /** See `ParsedPicture`. */
  readonly knownAs?: readonly string[] | undefined;
  readonly declaredSize?: ParsedPicture["declaredSize"] | undefined;
}

/** Makes a picture from a format's details; a credit within the caption is separated from it. Pure. */
export function pictureOf(words: PictureWords): ParsedPicture {
  const read = readCaption(words.caption ?? "", words.credit);
  const facts = withAgencies(read, words.photographers ?? []);
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
    ...(words.knownAs === undefined || words.knownAs.length === 0 ? {} : { knownAs: words.knownAs }),
    ...(words.declaredSize === undefined ? {} : { declaredSize: words.declaredSize }),
  };
}

/** In "Jane Doe/Harbour Pictures", what is beside a known photographer is the agency, whatever its name looks like. */
function withAgencies(facts: CaptionFacts, photographers: readonly string[]): CaptionFacts {
  const parts = facts.creditLine?.split(/\s*\/\s*/) ?? [];
  if (parts.length !== 2 || !parts.some((part) => photographers.includes(part))) return facts;
  const agencies = parts.filter((part) => !photographers.includes(part));
  return {
    ...facts,
    sources: [...facts.sources, ...agencies.filter((name) => facts.people.includes(name))],
    people: facts.people.filter((name) => !agencies.includes(name)),
  };
}

const textsOf = (text: string | undefined, language: string | undefined): readonly ParsedText[] =>
  text === undefined || text === "" ? [] : [{ text, ...(language === undefined ? {} : { language }) }];
