import type { ParsedBlock } from "../parsed-story.ts";
import { textOfBlock } from "../text-of-block.ts";
import { readOrderLine } from "./order-line.ts";
import { readGraveOrder } from "./read-order.ts";
import { isGrave, type WireOrder } from "./wire-order.ts";

/** The part of a story where desks write orders outside the fields of the format. */
export interface StoryHead {
  readonly kicker?: string | undefined;
  readonly headline: string;
  /** The first lines of the text; passing more does no harm. */
  readonly lines: readonly string[];
}

export interface HeadOrder {
  readonly field: "kicker" | "headline" | "body";
  readonly order: WireOrder;
}

/** Further down, the same words have another subject. */
const longestHead = 4;
const longestLine = 200;

/**
 * Finds orders at the head of a story that withhold it from readers: even in formats with fields, some desks write
 * them in the text. Pure; the text is not changed.
 */
export function ordersInHead({ kicker = "", headline, lines }: StoryHead): HeadOrder[] {
  const read: readonly (readonly [HeadOrder["field"], WireOrder | undefined])[] = [
    ["kicker", orderInHeadline(kicker)],
    ["headline", orderInHeadline(headline)],
    ...lines
      .slice(0, longestHead)
      .filter((line) => line.length <= longestLine)
      .map((line) => ["body", readGraveOrder(line)] as const),
  ];
  return read.flatMap(([field, order]) => (order === undefined ? [] : [{ field, order }]));
}

/** The texts of the first blocks, for {@link ordersInHead}. Pure. */
export const textLinesOf = (blocks: readonly ParsedBlock[]): string[] =>
  blocks
    .filter((block) => block.kind === "text")
    .slice(0, longestHead)
    .map(textOfBlock);

/**
 * "KILL: Mayor resigns" is an order; "Cancelled: five shows that end" is a headline. A script without capitals does
 * not show the difference, so a possible order withholds the story.
 */
function orderInHeadline(line: string): WireOrder | undefined {
  const read = readOrderLine(line.trim());
  if (read === undefined || !isGrave(read.kind)) return undefined;
  const { isWhole, isBracketed, mark, isShouted, isCaseless } = read;
  if (isWhole || isBracketed || mark === "tag" || (mark !== "" && isShouted)) return readGraveOrder(line);
  return mark === ":" && isCaseless ? { kind: "unknown", printed: line, note: line } : undefined;
}
