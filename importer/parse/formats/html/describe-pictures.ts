import { matchKey } from "../../lexicons/match-key.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import type { Page } from "./page.ts";
import { furnitureOf } from "../../pictures/furniture-of.ts";
import { readCaption, readCreditLine } from "../../pictures/read-caption.ts";
import { pictureName } from "../../pictures/same-picture.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";
import { webAddress } from "../../addresses/web-address.ts";

/** The pictures of a story, and the one that leads it, if any. */
export interface StoryPictures extends BlocksAndPictures {
  readonly leadPicture?: number;
  /** Whether the leading picture is only in the page's data, not shown. */
  readonly isLeadHidden: boolean;
}

/**
 * Adds the details that a page's data give for its pictures, and takes out the leading one: the picture before the
 * text, or the data's picture if the text has none. Pure.
 */
export function describePictures({ blocks, pictures }: BlocksAndPictures, page: Page): StoryPictures {
  const described = pictures.map((picture) => withPublisher(withDescription(picture, page), page));
  const leadAt = blocks.findIndex(({ kind }) => kind === "text");
  const lead = blocks.slice(0, leadAt < 0 ? undefined : leadAt).find((block) => block.kind === "picture");
  if (lead?.kind === "picture") {
    const rest = blocks.filter((block) => block !== lead);
    return { blocks: rest, pictures: described, leadPicture: lead.picture, isLeadHidden: false };
  }
  const hidden = pictures.length === 0 ? pictureOfData(page) : undefined;
  return hidden === undefined
    ? { blocks, pictures: described, isLeadHidden: false }
    : { blocks, pictures: [hidden], leadPicture: 0, isLeadHidden: true };
}

function withDescription(picture: ParsedPicture, { described, baseUrl }: Page): ParsedPicture {
  const name = picture.url === undefined ? undefined : pictureName(picture.url);
  const known = described?.pictures.find(
    ({ url }) => name !== undefined && pictureName(webAddress(url, baseUrl) ?? "") === name,
  );
  if (known === undefined) return picture;
  const caption = known.caption === undefined ? undefined : readCaption(known.caption);
  const credit = known.credit === undefined ? caption : readCreditLine(known.credit);
  return {
    ...picture,
    captions: picture.captions.length > 0 || !caption?.text ? picture.captions : [{ text: caption.text }],
    ...(picture.creditLine !== undefined || credit?.creditLine === undefined
      ? {}
      : { creditLine: credit.creditLine, sources: credit.sources, people: credit.people }),
  };
}

/** The site itself, in a credit, is a source and not a person, whatever its name looks like. */
function withPublisher(picture: ParsedPicture, { described, metas }: Page): ParsedPicture {
  const sites = [described?.publisher, metas.first("og:site_name")?.value].flatMap((name) =>
    name ? matchKey(name) : [],
  );
  const isSite = (name: string): boolean => sites.includes(matchKey(name));
  if (!picture.people.some(isSite)) return picture;
  return {
    ...picture,
    people: picture.people.filter((name) => !isSite(name)),
    sources: [...picture.sources, ...picture.people.filter(isSite)],
  };
}

function pictureOfData({ described, metas, baseUrl }: Page): ParsedPicture | undefined {
  const meta = metas.first(
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
  );
  const [known] = described?.pictures ?? [];
  const url = webAddress(known?.url ?? meta?.value ?? "", baseUrl);
  const alt = metas.first("og:image:alt", "twitter:image:alt")?.value;
  if (url === undefined || furnitureOf({ address: url, alt, isCaptioned: known?.caption !== undefined }))
    return undefined;
  const caption = readCaption(known?.caption ?? "");
  const credit = known?.credit === undefined ? caption : readCreditLine(known.credit);
  return {
    url,
    altTexts: alt === undefined ? [] : [{ text: alt }],
    captions: caption.text === "" ? [] : [{ text: caption.text }],
    ...(credit.creditLine === undefined ? {} : { creditLine: credit.creditLine }),
    sources: credit.sources,
    people: credit.people,
  };
}
