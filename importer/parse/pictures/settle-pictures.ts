import type { BlocksAndPictures, LeftOutPicture } from "../parsed-body.ts";
import type { ParsedBlock, ParsedPicture } from "../parsed-story.ts";
import { comparable } from "../phrases/comparable.ts";
import { type Furniture, furnitureOf } from "./furniture-of.ts";
import { addressKey } from "./same-picture.ts";

/** A story's text with the pictures that are its own. */
export interface SettledPictures extends BlocksAndPictures {
  readonly leadPicture?: number;
  /** What stands for the other sizes of the pictures; see `addressKey`. */
  readonly otherSizes: ReadonlySet<string>;
}

/** What else is known when the pictures of a story are settled. */
export interface PictureContext {
  /** Index of the leading picture. */
  readonly leadPicture?: number | undefined;
  /** Names of the story's authors. */
  readonly authors?: readonly string[];
}

/**
 * Leaves out the pictures that are furniture by what is known when the story has been read, and drops from the others
 * what only served to tell them apart. Pure. Used for every format.
 */
export function settlePictures(
  body: BlocksAndPictures,
  { leadPicture, authors = [] }: PictureContext,
): SettledPictures {
  const pictures: ParsedPicture[] = [];
  const otherSizes = new Set<string>();
  const leftOut: LeftOutPicture[] = [...(body.leftOut ?? [])];
  const places = body.pictures.map((picture) => {
    const { knownAs = [], declaredSize: _size, ...settled } = picture;
    const address = picture.url ?? picture.file ?? "";
    const furniture = furnitureIn(picture, address, authors);
    if (furniture === undefined) {
      for (const key of knownAs) if (key !== addressKey(address)) otherSizes.add(key);
      return pictures.push(settled) - 1;
    }
    leftOut.push({ kind: "picture", address, ...furniture });
    return undefined;
  });
  const blocks = body.blocks.flatMap((block): ParsedBlock | ParsedBlock[] => {
    if (block.kind !== "picture") return block;
    const place = places[block.picture];
    return place === undefined ? [] : { ...block, picture: place };
  });
  const lead = leadPicture === undefined ? undefined : places[leadPicture];
  return {
    blocks,
    pictures,
    otherSizes,
    ...(lead === undefined ? {} : { leadPicture: lead }),
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
}

const isPixel = ({ width, height }: NonNullable<ParsedPicture["declaredSize"]>): boolean =>
  Math.max(width, height) <= 3;

/** "Ada Kern", or "Portrait of Ada Kern"; but not what Ada Kern does. */
function isNameOf(author: string, alt: string): boolean {
  const [name, words] = [comparable(author), comparable(alt)];
  return name !== "" && words.endsWith(name) && words.length <= name.length + longestLabel;
}

const longestLabel = 12;

function furnitureIn(
  { altTexts, captions, declaredSize }: ParsedPicture,
  address: string,
  authors: readonly string[],
): Furniture | undefined {
  const [alt] = altTexts.map(({ text }) => text);
  const isPortrait = alt !== undefined && authors.some((name) => isNameOf(name, alt));
  return furnitureOf({
    address,
    alt,
    isCaptioned: captions.length > 0,
    isInByline: isPortrait,
    // The only size that is offered beside a text may be a small preview; a pixel never is one.
    ...(declaredSize !== undefined && isPixel(declaredSize) ? declaredSize : {}),
  });
}
