import type { ParsedBlock } from "../parsed-story.ts";
import { readOrderLine } from "./order-line.ts";
import { readGraveOrder } from "./read-order.ts";
import { isGrave, type WireOrder } from "./wire-order.ts";

/** The part of a story in which orders stand that no field of its format holds. */
export interface StoryHead {
  readonly kicker?: string | undefined;
  readonly headline: string;
  /** The first lines of the text; more of them do no harm. */
  readonly lines: readonly string[];
}

export interface HeadOrder {
  readonly field: "kicker" | "headline" | "body";
  readonly order: WireOrder;
}

/** Further down the same words are about something else. */
const longestHead = 4;
const longestLine = 200;

/**
 * Finds the orders at the head of a story that keep it from readers: in formats of fields, too, some desks write them
 * where people look. Pure; nothing is taken out of the text.
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
    .map(({ spans }) => spans.map(({ text }) => text).join(""));

/**
 * "KILL: Mayor resigns" is an order, "Cancelled: five shows that end" is a headline; where a script has no capitals,
 * nobody can tell, and what may be an order withholds the story.
 */
function orderInHeadline(line: string): WireOrder | undefined {
  const read = readOrderLine(line.trim());
  if (read === undefined || !isGrave(read.kind)) return undefined;
  const { isWhole, isBracketed, mark, isShouted, isCaseless } = read;
  if (isWhole || isBracketed || mark === "tag" || (mark !== "" && isShouted)) return readGraveOrder(line);
  return mark === ":" && isCaseless ? { kind: "unknown", printed: line, note: line } : undefined;
}
