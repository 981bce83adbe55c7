import type { LeftOutReason } from "../../../schemas/index.ts";
import { cleanText } from "../cleaning/clean-text.ts";
import { unescapeMarkup } from "../cleaning/unescape-markup.ts";
import type { InputPiece } from "../input-piece.ts";
import { isData } from "./is-data.ts";
import { piecesOfTree } from "../markup/html/pieces-of-tree.ts";
import { readTree } from "../markup/html/read-tree.ts";
import type { PictureBase } from "../pictures/picture-location.ts";
import { looksLikeHtml } from "./html-body.ts";

/** Where a text of a structured input stands, and why it is left out, should it be in no document. */
export interface TextPlace {
  readonly place: string;
  readonly rule: string;
  readonly reason: LeftOutReason;
  readonly base: PictureBase;
}

/**
 * The pieces of a text of a structured input: of HTML each line, with its pictures and frames, else each line of the text.
 * Data such as times and ids is told as data. Pure.
 */
export function piecesOfText(text: string, { place, rule, reason, base }: TextPlace): InputPiece[] {
  const value = text.trim();
  if (value === "") return [];
  if (isData(value)) {
    return [{ kind: "text", text: value, place, rule: "data-of-item", reason: "metadata", isAtomic: true }];
  }
  const html = unescapeMarkup(text);
  const read = looksLikeHtml(html) ? readTree(html) : undefined;
  if (read?.kind === "tree") return piecesOfTree(read.root, { base, place, rule, reason });
  return cleanText(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ kind: "text", text: line, place, rule, reason }));
}
