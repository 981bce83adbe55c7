import { readOrderLine } from "../../control/order-line.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import type { Leaf, TextLeaf } from "./text-leaves.ts";

/** The lines of a page around its text, where the details of a story stand. */
export interface LinesAround {
  /** From a little before the headline to the first paragraphs; also those that belong to the page. */
  readonly head: readonly TextLeaf[];
  /** The last sure paragraph, which may be the signature, and the lines below it. */
  readonly below: readonly TextLeaf[];
  /** The lines of the head below the headline. */
  readonly belowHeadline: readonly TextLeaf[];
  /** Lines that may tell of source and date, the likeliest first: below the headline, below the text, above the headline. */
  readonly details: readonly TextLeaf[];
  /** The lines that may hold an order to the desk. */
  readonly orders: readonly string[];
}

/**
 * Finds the lines around the text of a page. Pure.
 *
 * @param seeds Paragraphs that surely belong to the story.
 */
export function linesAround(
  leaves: readonly Leaf[],
  seeds: ReadonlySet<TextLeaf>,
  headline: HtmlElement | undefined,
): LinesAround {
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === "text");
  const head = headOf(texts, seeds, headline);
  const below = belowOf(texts, seeds);
  const at = head.findIndex(({ element }) => element === headline);
  const [above, under] = [head.slice(0, Math.max(at, 0)), head.slice(at + 1)];
  const details = [...under, ...below, ...above].filter(({ isBoilerplate }) => !isBoilerplate);
  const orders = [...above.filter(isOrder), ...under.filter((line) => isParagraph(line) || isOrder(line))];
  return { head, below, belowHeadline: under, details, orders: orders.map(({ text }) => text) };
}

function headOf(
  texts: readonly TextLeaf[],
  seeds: ReadonlySet<TextLeaf>,
  headline: HtmlElement | undefined,
): TextLeaf[] {
  const first = texts.findIndex((leaf) => seeds.has(leaf));
  const headlineAt = texts.findIndex(({ element }) => element === headline);
  const start = headlineAt >= 0 && (first < 0 || headlineAt < first) ? headlineAt : Math.max(0, first);
  // The standfirst is often a sure paragraph itself; the text then begins with the second one.
  const end = first < 0 ? start + 8 : Math.min(first + 2, start + 14);
  return texts.slice(Math.max(0, start - 3), end);
}

function belowOf(texts: readonly TextLeaf[], seeds: ReadonlySet<TextLeaf>): TextLeaf[] {
  const last = texts.findLastIndex((leaf) => seeds.has(leaf));
  return last < 0 ? [] : texts.slice(last, last + 4).filter((leaf) => !leaf.isBoilerplate);
}

const isParagraph = ({ element }: TextLeaf): boolean => /^(?:p|h[1-6]|blockquote|pre)$/.test(element.name);

/** A button is not a line of the story: a dialog's says "cancel" in any language. */
function isOrder({ element, text, isBoilerplate }: TextLeaf): boolean {
  if (isBoilerplate || element.name === "a") return false;
  const order = readOrderLine(text);
  return order !== undefined && (order.isPhrase || order.isShouted || order.mark !== "");
}
