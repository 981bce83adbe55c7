import type { Problem } from "../../schemas/index.ts";
import type { ParsedBlock, ParsedEmbed, ParsedPicture, ParsedTable } from "./parsed-story.ts";
import { textOfBlocks } from "./text-of-block.ts";

/** A picture of the input that is not one of the story. */
export interface LeftOutPicture {
  readonly kind: "picture";
  /** As written. */
  readonly address: string;
  /** Where it stands: names of elements, the outermost first. */
  readonly place?: string;
  /** See `furnitureOf`. */
  readonly rule: string;
  /** Completes "The picture was left out: …". */
  readonly reason: string;
}

/** The text of a story with its pictures. */
export interface ParsedBody {
  readonly blocks: readonly ParsedBlock[];
  /** Picture blocks refer to these by index. */
  readonly pictures: readonly ParsedPicture[];
  readonly problems: readonly Problem[];
  readonly leftOut?: readonly LeftOutPicture[];
}

/** Text and pictures in reading order. */
export type BlocksAndPictures = Omit<ParsedBody, "problems">;

export const emptyBody: ParsedBody = { blocks: [], pictures: [], problems: [] };

/** Concatenates bodies; picture blocks keep pointing to their pictures. Pure. */
export function joinBodies(bodies: readonly ParsedBody[]): ParsedBody {
  const blocks: ParsedBlock[] = [];
  const pictures: ParsedPicture[] = [];
  for (const body of bodies) {
    const before = pictures.length;
    for (const block of body.blocks) {
      blocks.push(block.kind === "picture" ? { ...block, picture: block.picture + before } : block);
    }
    pictures.push(...body.pictures);
  }
  const leftOut = bodies.flatMap((body) => body.leftOut ?? []);
  return {
    blocks,
    pictures,
    problems: bodies.flatMap(({ problems }) => problems),
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
}

/** A body with a single picture. */
export const pictureBody = (picture: ParsedPicture): ParsedBody => ({
  blocks: [{ kind: "picture", picture: 0 }],
  pictures: [picture],
  problems: [],
});

/** A body with a single embed or table. */
export const objectBody = (object: ParsedEmbed | ParsedTable): ParsedBody => ({
  blocks: [object],
  pictures: [],
  problems: [],
});

/** The words of a body, one line per block. Pure. */
export const textOfBody = ({ blocks }: ParsedBody): string => textOfBlocks(blocks);
