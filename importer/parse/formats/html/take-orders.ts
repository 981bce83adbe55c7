import { type HeadOrder, ordersInHead, type StoryHead, textLinesOf } from "../../control/orders-in-head.ts";
import type { ParsedBlock } from "../../parsed-story.ts";
import { textOfBlock } from "../../text-of-block.ts";

/** The orders at the head of a story, and its text without them. */
export interface TakenOrders {
  readonly orders: readonly HeadOrder[];
  readonly blocks: readonly ParsedBlock[];
}

/**
 * Finds the orders at the head of a page's story. Lines of the text that are an order leave it, as in plain copy: they are
 * kept as the note to editors. A text that is nothing else stays. Pure.
 */
export function takeOrders(blocks: readonly ParsedBlock[], head: StoryHead): TakenOrders {
  const orders = ordersInHead({ ...head, lines: [...head.lines, ...textLinesOf(blocks)] });
  const notes = new Set(orders.flatMap(({ field, order }) => (field === "body" ? (order.note ?? []) : [])));
  const rest = blocks.filter((block) => block.kind !== "text" || !notes.has(textOfBlock(block)));
  return { orders, blocks: rest.some(({ kind }) => kind === "text") ? rest : blocks };
}
