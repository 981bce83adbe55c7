import { readOrderLine } from "../control/order-line.ts";
import { isGrave } from "../control/wire-order.ts";
import { type PlacedOrder, settleOrders } from "../control/settle-orders.ts";
import type { ParsedStory } from "../parsed-story.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

/** A text of an order and nothing else has it as its headline, since every story has one: it is obeyed all the same. */
function isOrderAlone({ role, text }: RoledLine): boolean {
  const order = role === "headline" ? readOrderLine(text) : undefined;
  return order !== undefined && order.isWhole && isGrave(order.kind);
}

/** Returns the combined orders in the control lines at the head of a story. Pure; an order never deletes anything. */
export function collectControl(
  lines: readonly RoledLine[],
  evidence: Evidence,
): Pick<ParsedStory, "control" | "problems"> {
  const orders = lines.filter((line) => line.role === "wireControl" || isOrderAlone(line));
  if (orders.length === 0) return { problems: [] };
  // The end of an embargo may be in the line below it.
  const until = orders.map(({ text }) => text).join("\n");
  const placed = orders.map(({ text, number }): PlacedOrder => ({
    kind: readOrderLine(text)?.kind ?? "unknown",
    printed: text,
    until,
    note: text,
    place: `line ${number}`,
    line: number,
  }));
  const { control, decidedBy, problems } = settleOrders(placed);
  evidence.add("control.note", orders);
  if (decidedBy.pubStatus !== undefined) evidence.add("pubStatus", orders);
  if (decidedBy.embargoedUntil !== undefined) evidence.add("embargoedUntil", orders);
  return { ...(control === undefined ? {} : { control }), problems };
}
