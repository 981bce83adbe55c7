import type { Problem } from "../../../../schemas/index.ts";
import { toProblem } from "../../../problems.ts";
import { adoptCaptions } from "./adopt-captions.ts";
import { deepestNesting, readTree } from "./read-tree.ts";
import type { ParsedBody } from "../../parsed-body.ts";
import { treeToBlocks } from "./tree-to-blocks.ts";

/**
 * Turns a fragment of HTML, as feeds and wires carry it, into blocks and pictures.
 *
 * Pure, never throws, and ends in time linear in the input. Nothing active survives: no script, handler, frame or
 * form, and no address but `http`, `https` and `mailto`. A fragment that nests too deep gives a problem and no block.
 *
 * @param baseUrl Address that relative ones start from; without it, relative links are dropped.
 * @param hasPictures Whether pictures with relative paths are files beside the input; unless told, if there is no
 * base.
 */
export function htmlToBlocks(
  fragment: string,
  baseUrl?: string,
  hasPictures = baseUrl === undefined,
): ParsedBody {
  const read = readTree(fragment);
  if (read.kind === "too-deep") return { blocks: [], pictures: [], problems: [tooDeep()] };
  const blocks = treeToBlocks(read.root, baseUrl, hasPictures ? "all" : "none");
  return { ...adoptCaptions(blocks), problems: [] };
}

/** Says that HTML nests too deep to be read. */
export const tooDeep = (): Problem =>
  toProblem(
    "too-deep",
    `Cannot read the HTML: elements stand more than ${deepestNesting} deep in each other`,
  );
