import type { LeftOutReason } from "../../../../schemas/index.ts";
import { cleanText } from "../../cleaning/clean-text.ts";
import type { InputPiece } from "../../input-piece.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import { isHidden } from "./element-signs.ts";
import { formOf, isInlineName, type LeftOutRule } from "./element-forms.ts";
import { readEmbed } from "./read-embed.ts";
import { readPicture } from "./read-figure.ts";
import type { HtmlElement } from "./read-tree.ts";
import { attribute } from "./walk-tree.ts";

/** How a tree is told in pieces. */
export interface PieceOptions {
  /** Resolves the addresses of pictures and frames, as the reader of the text does. */
  readonly base: PictureBase;
  /** Where the tree stands in its input; its elements are named below that. */
  readonly place?: string;
  /** Why a text that no other reason is known for is left out, and by which rule. */
  readonly rule: string;
  readonly reason: LeftOutReason;
}

interface Walk extends PieceOptions {
  readonly pieces: InputPiece[];
  /** The path of the element around, such as `body/main/p[2]`. */
  readonly place: string;
}

/**
 * All that a tree says, in reading order: each line of text with the path of its element, pictures and frames with their
 * address. Pure; programs, styles and the head of a page say nothing to readers.
 */
export function piecesOfTree(root: HtmlElement, options: PieceOptions): InputPiece[] {
  const pieces: InputPiece[] = [];
  tellChildren(root, { ...options, place: options.place ?? "", pieces });
  return pieces;
}

/** As readers see it. Nothing that looks like markup is taken off: a text may be about it. */
const onOneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();

/**
 * Why the words in an element are left out that `elementForms` leaves out; those of a program and of the page's head are
 * not told at all, since no reader sees them.
 */
const reasons: Readonly<Record<LeftOutRule, LeftOutReason | undefined>> = {
  program: undefined,
  "page-head": undefined,
  navigation: "page-furniture",
  "form-field": "form-control",
  drawing: "no-form",
  "image-map": "no-form",
  "struck-out": "no-form",
  repeated: "repetition",
  advertisement: "page-furniture",
  tracker: undefined,
  hidden: "hidden",
  "no-address": "no-form",
  "page-picture": "picture-furniture",
  fallback: "repetition",
};

/** Tells an element that is no part of the line around it. */
function tellElement(element: HtmlElement, walk: Walk): void {
  const form = formOf(element.name);
  const rule = isHidden(element) ? "hidden" : "leftOut" in form ? form.leftOut : undefined;
  if (rule !== undefined) {
    const reason = reasons[rule];
    if (reason !== undefined) tellChildren(element, { ...walk, rule, reason });
    return;
  }
  if ("as" in form && form.as === "picture") return tellPicture(element, walk);
  if ("as" in form && form.as === "detail") return;
  const embed = readEmbed(element, walk.base.baseUrl);
  if (embed?.kind === "embed") {
    const { url: address, title = "" } = embed.embed;
    walk.pieces.push({
      kind: "embed",
      text: title,
      address,
      place: walk.place,
      rule: "frame",
      reason: walk.reason,
    });
  }
  tellChildren(element, walk);
}

/** Whether an element's words belong to the line around it. */
const isPartOfLine = (element: HtmlElement): boolean =>
  isInlineName(element.name) && "as" in formOf(element.name) && !isHidden(element);

function tellChildren(element: HtmlElement, walk: Walk): void {
  const positions = new Map<string, number>();
  let line = "";
  const endLine = (): void => {
    const text = onOneLine(line);
    line = "";
    if (text !== "")
      walk.pieces.push({
        kind: "text",
        text,
        place: walk.place || element.name,
        rule: walk.rule,
        reason: walk.reason,
      });
  };
  const add = (around: HtmlElement): void => {
    for (const [index, child] of around.children.entries()) {
      const before = around.children[index - 1];
      if (child.kind === "text") {
        line += child.text;
        continue;
      }
      if (isPartOfLine(child)) {
        // Links one after the other are entries of a menu, not parts of a word.
        if (child.name === "a" && before?.kind === "element" && before.name === "a") line += " ";
        add(child);
        continue;
      }
      endLine();
      const position = (positions.get(child.name) ?? 0) + 1;
      positions.set(child.name, position);
      const step = position === 1 ? child.name : `${child.name}[${position}]`;
      const below = { ...walk, place: walk.place === "" ? step : `${walk.place}/${step}` };
      tellElement(child, below);
    }
  };
  add(element);
  endLine();
}

function tellPicture(element: HtmlElement, { pieces, place, base, reason: around }: Walk): void {
  const read = readPicture(element, base);
  if (read === undefined || (read.kind === "left-out" && read.character !== undefined)) return;
  const { address, rule } =
    read.kind === "left-out"
      ? read.leftOut
      : { address: read.picture.url ?? read.picture.file, rule: "picture-not-used" };
  if (address === undefined || isProgramOrData(address)) return;
  const text = onOneLine(attribute(element, "alt") ?? "");
  const isOfPage = read.kind === "left-out" || around === "page-furniture";
  const reason = isOfPage ? "picture-furniture" : "picture-unusable";
  pieces.push({ kind: "picture", text, address, place, rule, reason });
}

/** An address that leads nowhere: what stands in it is a program, or the picture itself. */
const isProgramOrData = (address: string): boolean => /^(?!https?:)[a-z][\w+.-]*:/i.test(address);
