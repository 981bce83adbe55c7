import type { Problem } from "../../../../schemas/index.ts";
import { toProblem } from "../../../problems.ts";
import { unescapeMarkup } from "../../cleaning/unescape-markup.ts";
import type { ParsedBody } from "../../parsed-body.ts";
import { adoptCaptions } from "./adopt-captions.ts";
import { deepestNesting, readTree } from "./read-tree.ts";
import { setHeadings } from "./set-headings.ts";
import { treeToBlocks } from "./tree-to-blocks.ts";

/**
 * Turns a fragment of HTML, as carried by feeds and wires, into blocks and pictures.
 *
 * A fragment that was escaped too often is unescaped. Pure, never throws, and takes time linear in the input. Nothing active survives: no script, handler, frame or form,
 * and no address but `http`, `https` and `mailto`. A fragment nested too deeply gives a problem and no blocks.
 *
 * @param baseUrl Base of relative addresses; without it, relative links are dropped.
 * @param hasPictures Whether pictures with relative paths are files next to the input; default: whether there is no
 * base.
 */
export function htmlToBlocks(
  fragment: string,
  baseUrl?: string,
  hasPictures = baseUrl === undefined,
): ParsedBody {
  const read = readTree(unescapeMarkup(fragment));
  if (read.kind === "too-deep") return { blocks: [], pictures: [], problems: [tooDeep()] };
  const blocks = treeToBlocks(read.root, baseUrl, hasPictures ? "all" : "none");
  const captioned = adoptCaptions(blocks);
  return { ...captioned, blocks: setHeadings(captioned.blocks), problems: [] };
}

/** The problem of HTML nested too deeply to be read. */
export const tooDeep = (): Problem =>
  toProblem("too-deep", `Cannot read the HTML: elements are nested more than ${deepestNesting} levels deep`);
