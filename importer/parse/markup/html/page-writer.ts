import type { LeftOutPicture } from "../../parsed-body.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { mergePictures } from "../../pictures/merge-pictures.ts";
import { readCaption } from "../../pictures/read-caption.ts";
import { addressKeysOf } from "../../pictures/same-picture.ts";
import { type BlockShape, type BlockWriter, openBlockWriter } from "./block-writer.ts";

/** Takes text and pictures in page order, and returns blocks and pictures. */
export interface PageWriter extends Omit<BlockWriter, "addPicture"> {
  readonly pictures: readonly ParsedPicture[];
  /** Adds a picture; one whose address is already known only adds the details that the first lacks. */
  addPicture(picture: ParsedPicture): void;
  readonly leftOut: readonly LeftOutPicture[];
  /** Notes pictures that are not added. */
  leaveOut(pictures: readonly LeftOutPicture[]): void;
  /**
   * Ends the current block, and gives a caption to the picture right above it. Returns whether it did: not if there
   * is no picture, if it already has a caption, or if the text is too long for one.
   */
  addCaption(text: string, shape: BlockShape): boolean;
}

const longestCaption = 600;

/** Opens a writer for one page or piece of a page. */
export function openPageWriter(): PageWriter {
  const writer = openBlockWriter();
  const pictures: ParsedPicture[] = [];
  const leftOut: LeftOutPicture[] = [];
  const numbers = new Map<string, number>();
  return {
    ...writer,
    pictures,
    leftOut,
    leaveOut: (left) => void leftOut.push(...left),
    addPicture(picture) {
      const keys = addressKeysOf(picture);
      const known = keys.map((key) => numbers.get(key)).find((number) => number !== undefined);
      const same = known === undefined ? undefined : pictures[known];
      const number = known ?? pictures.length;
      for (const key of keys) numbers.set(key, numbers.get(key) ?? number);
      if (same !== undefined) {
        pictures[number] = mergePictures(same, picture);
        return;
      }
      writer.addPicture(pictures.length);
      pictures.push(picture);
    },
    addCaption(text, shape) {
      writer.endBlock(shape);
      const above = writer.blocks.at(-1);
      const picture = above?.kind === "picture" ? pictures[above.picture] : undefined;
      if (above?.kind !== "picture" || picture === undefined || picture.captions.length > 0) return false;
      if (text === "" || text.length > longestCaption) return false;
      const { text: caption, ...credit } = readCaption(text);
      pictures[above.picture] = {
        ...picture,
        ...(caption === "" ? {} : { captions: [{ text: caption }] }),
        ...(credit.creditLine === undefined ? {} : credit),
      };
      return true;
    },
  };
}
