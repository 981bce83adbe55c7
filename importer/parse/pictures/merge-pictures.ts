import type { ParsedPicture, ParsedText } from "../parsed-story.ts";
import { isFullSize, isSamePicture } from "./same-picture.ts";
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
  let leadPicture: number | undefined;
  for (const [index, picture] of beside.entries()) {
    const same = pictures.findIndex((known) => isSamePicture(known, picture));
    const known = pictures[same];
    if (known !== undefined) {
      pictures[same] = mergePictures(known, picture);
      continue;
    }
    if (index === 0) leadPicture = pictures.length;
    else blocks.push({ kind: "picture", picture: pictures.length });
    pictures.push(picture);
  }
  return { body: { ...body, blocks, pictures }, ...(leadPicture === undefined ? {} : { leadPicture }) };
}

/**
 * Completes a picture with further details: all its texts, each once; the first of two credits, with the names in it;
 * of two addresses, the full-size one. Pure.
 */
export function mergePictures(picture: ParsedPicture, more: ParsedPicture): ParsedPicture {
  const credited = picture.creditLine === undefined ? more : picture;
  return {
    ...more,
    ...picture,
    ...(more.url !== undefined && isFullSize(more.url) && !isFullSize(picture.url ?? "")
      ? { url: more.url }
      : {}),
    altTexts: mergeTexts(picture.altTexts, more.altTexts),
    captions: mergeTexts(picture.captions, more.captions),
    sources: credited.sources.length > 0 ? credited.sources : picture.sources,
    people: credited.people.length > 0 ? credited.people : picture.people,
  };
}

const mergeTexts = (texts: readonly ParsedText[], more: readonly ParsedText[]): readonly ParsedText[] => [
  ...texts,
  ...more.filter(({ text }) => !texts.some((known) => known.text === text)),
];

/** Returns a body that keeps each picture once, however often it is shown. Pure. */
export function joinSamePictures(body: ParsedBody): ParsedBody {
  const pictures: ParsedPicture[] = [];
  const places = body.pictures.map((picture) => {
    const same = pictures.findIndex((known) => isSamePicture(known, picture));
    const known = pictures[same];
    if (known === undefined) return pictures.push(picture) - 1;
    pictures[same] = mergePictures(known, picture);
    return same;
  });
  const blocks = body.blocks.map((block) =>
    block.kind === "picture" ? { ...block, picture: places[block.picture] ?? block.picture } : block,
  );
  return { ...body, blocks, pictures };
}
