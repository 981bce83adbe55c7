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
   * Ends the current block, and gives a caption to the picture, table or embed right above it. Returns whether it did:
   * not if there is none, if it already has a caption, or if the text is too long for one.
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
      if (above === undefined || text === "" || text.length > longestCaption) return false;
      switch (above.kind) {
        case "picture":
          return addToPicture(above.picture, text);
        case "table":
          if (above.caption !== undefined) return false;
          writer.replaceLast({ ...above, caption: text });
          return true;
        case "embed":
          writer.replaceLast(
            above.title === undefined
              ? { ...above, title: text }
              : { ...above, text: above.text === undefined ? text : `${above.text}\n${text}` },
          );
          return true;
        case "text":
          return false;
      }
    },
  };

  function addToPicture(number: number, text: string): boolean {
    const picture = pictures[number];
    if (picture === undefined || picture.captions.length > 0) return false;
    const { text: caption, ...credit } = readCaption(text);
    pictures[number] = {
      ...picture,
      ...(caption === "" ? {} : { captions: [{ text: caption }] }),
      ...(credit.creditLine === undefined ? {} : credit),
    };
    return true;
  }
}
