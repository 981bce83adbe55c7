import { readOrderLine } from "../control/order-line.ts";
import { type PlacedOrder, settleOrders } from "../control/settle-orders.ts";
import type { ParsedStory } from "../parsed-story.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

/** Returns the combined orders in the control lines at the head of a story. Pure; an order never deletes anything. */
export function collectControl(
  lines: readonly RoledLine[],
  evidence: Evidence,
): Pick<ParsedStory, "control" | "problems"> {
  const orders = lines.filter(({ role }) => role === "wireControl");
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
