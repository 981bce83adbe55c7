import type { ParsedPicture, ParsedText } from "../parsed-story.ts";
import { addressKey, addressKeysOf, isFullSize, keysOf } from "./same-picture.ts";
import type { ParsedBody } from "../parsed-body.ts";

/** A body, and the picture that leads the story. */
export interface LedBody {
  readonly body: ParsedBody;
  readonly leadPicture?: number;
}

/**
 * Merges the pictures beside a text into its body: details of a picture in the text go to that picture; the others
 * are added. The first leads the story unless the text shows it; the rest follow the text.
 *
 * Pure.
 */
export function leadWith(body: ParsedBody, beside: readonly ParsedPicture[]): LedBody {
  const pictures = [...body.pictures];
  const blocks = [...body.blocks];
  const index = indexPictures(pictures, keysOf);
  let leadPicture: number | undefined;
  for (const [number, picture] of beside.entries()) {
    const same = index.find(picture);
    const known = same === undefined ? undefined : pictures[same];
    if (same !== undefined && known !== undefined) {
      pictures[same] = mergePictures(known, picture);
      index.add(picture, same);
      continue;
    }
    if (number === 0) leadPicture = pictures.length;
    else blocks.push({ kind: "picture", picture: pictures.length });
    index.add(picture, pictures.length);
    pictures.push(picture);
  }
  return { body: { ...body, blocks, pictures }, ...(leadPicture === undefined ? {} : { leadPicture }) };
}

/**
 * Completes a picture with further details: all its texts, each once; the first of two credits, with the names in it;
 * of two addresses, the full-size one, or the largest that is offered. Pure.
 */
export function mergePictures(picture: ParsedPicture, more: ParsedPicture): ParsedPicture {
  const credited = picture.creditLine === undefined ? more : picture;
  const places = new Set(
    [picture.url, more.url].flatMap((url) => (url === undefined ? [] : addressKey(url))),
  );
  // Two addresses of one picture: whoever meets either meets it.
  const addresses = places.size > 1 ? places : [];
  const knownAs = [...new Set([...(picture.knownAs ?? []), ...(more.knownAs ?? []), ...addresses])];
  return {
    ...more,
    ...picture,
    ...(more.url !== undefined && isLarger(more, picture) ? { url: more.url } : {}),
    altTexts: mergeTexts(picture.altTexts, more.altTexts),
    captions: mergeTexts(picture.captions, more.captions),
    sources: credited.sources.length > 0 ? credited.sources : picture.sources,
    people: credited.people.length > 0 ? credited.people : picture.people,
    ...(knownAs.length > 0 ? { knownAs } : {}),
  };
}

/** Whether one picture is the full size of the other, or the largest of the sizes that the other is one of. */
function isLarger(more: ParsedPicture, picture: ParsedPicture): boolean {
  if (more.url === undefined) return false;
  if (picture.url === undefined) return true;
  const [key, own] = [addressKey(more.url), addressKey(picture.url)];
  if (key === own) return isFullSize(more.url) && !isFullSize(picture.url);
  if (picture.knownAs?.includes(key) === true) return false;
  return more.knownAs?.includes(own) === true || isFullSize(more.url);
}

const mergeTexts = (texts: readonly ParsedText[], more: readonly ParsedText[]): readonly ParsedText[] => [
  ...texts,
  ...more.filter(({ text }) => !texts.some((known) => known.text === text)),
];

/** Keeps each picture once, and tells the place of each given one among them. Pure, linear. */
export function oncePerPicture(all: readonly ParsedPicture[]): {
  readonly pictures: readonly ParsedPicture[];
  readonly places: readonly number[];
} {
  const pictures: ParsedPicture[] = [];
  const index = indexPictures(pictures, addressKeysOf);
  const places = all.map((picture) => {
    const same = index.find(picture);
    const known = same === undefined ? undefined : pictures[same];
    const place = known === undefined || same === undefined ? pictures.length : same;
    pictures[place] = known === undefined ? picture : mergePictures(known, picture);
    index.add(picture, place);
    return place;
  });
  return { pictures, places };
}

/** Finds pictures by what stands for them, without comparing each with each. */
function indexPictures(pictures: readonly ParsedPicture[], keys: (picture: ParsedPicture) => string[]) {
  const places = new Map<string, number>();
  const add = (picture: ParsedPicture, place: number): void => {
    for (const key of keys(picture)) if (!places.has(key)) places.set(key, place);
  };
  for (const [place, picture] of pictures.entries()) add(picture, place);
  return {
    add,
    find: (picture: ParsedPicture): number | undefined =>
      keys(picture)
        .map((key) => places.get(key))
        .find((place) => place !== undefined),
  };
}

/** Returns a body that keeps each picture once, however often it is shown. Pure. */
export function joinSamePictures(body: ParsedBody): ParsedBody {
  const { pictures, places } = oncePerPicture(body.pictures);
  const blocks = body.blocks.map((block) =>
    block.kind === "picture" ? { ...block, picture: places[block.picture] ?? block.picture } : block,
  );
  return { ...body, blocks, pictures };
}
