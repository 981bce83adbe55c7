import type { LeftOutReason } from "../../../../schemas/index.ts";
import { linkAddress } from "../../addresses/web-address.ts";
import { cleanText } from "../../cleaning/clean-text.ts";
import type { InputPiece } from "../../input-piece.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import { isHidden } from "./element-signs.ts";
import { isInlineName } from "./inline-names.ts";
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

/** Elements that are told in a way of their own, with what is in them. */
interface ElementCase {
  readonly takes: (element: HtmlElement) => boolean;
  readonly tell: (element: HtmlElement, walk: Walk) => void;
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

const named = (...names: readonly string[]): ElementCase["takes"] => {
  const all = new Set(names);
  return ({ name }) => all.has(name);
};

const cases: readonly ElementCase[] = [
  {
    takes: named(
      "head",
      "script",
      "style",
      "template",
      "meta",
      "link",
      "base",
      "title",
      "noscript",
      "svg",
      "canvas",
    ),
    tell: () => {},
  },
  {
    takes: isHidden,
    tell: (element, walk) => tellChildren(element, { ...walk, rule: "hidden-element", reason: "hidden" }),
  },
  {
    takes: named("button", "input", "select", "textarea", "option"),
    tell: (element, walk) => tellChildren(element, { ...walk, rule: "form-element", reason: "form-control" }),
  },
  { takes: named("picture", "img", "amp-img"), tell: tellPicture },
  { takes: named("iframe", "frame", "video", "audio", "object", "embed"), tell: tellFrame },
];

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
      const own = cases.find(({ takes }) => takes(child));
      if (own === undefined && isInlineName(child.name)) {
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
      if (own === undefined) tellChildren(child, below);
      else own.tell(child, below);
    }
  };
  add(element);
  endLine();
}

function tellPicture(element: HtmlElement, { pieces, place, base }: Walk): void {
  const picture = readPicture(element, base);
  const address = picture?.url ?? picture?.file ?? attribute(element, "src");
  if (address === undefined || isProgramOrData(address)) return;
  const text = onOneLine(attribute(element, "alt") ?? "");
  pieces.push({
    kind: "picture",
    text,
    address,
    place,
    rule: "picture-outside-text",
    reason: "picture-furniture",
  });
}

/** An address that leads nowhere: what stands in it is a program, or the picture itself. */
const isProgramOrData = (address: string): boolean => /^(?!https?:)[a-z][\w+.-]*:/i.test(address);

/** A frame or a player, with the text that stands in for it. */
function tellFrame(element: HtmlElement, walk: Walk): void {
  const source = ["src", "data-src", "data", "data-lazy-src"]
    .map((name) => attribute(element, name))
    .find((value) => value !== undefined);
  const address = linkAddress(source ?? "", walk.base.baseUrl) ?? source;
  if (address !== undefined && /^https?:/i.test(address)) {
    const text = onOneLine(attribute(element, "title") ?? "");
    walk.pieces.push({ kind: "embed", text, address, place: walk.place, rule: "frame", reason: "no-form" });
  }
  tellChildren(element, walk);
}
