import type { Problem } from "../../../schemas/index.ts";
import { type ProblemSubject, toProblem } from "../../problems.ts";
import type { WireControl } from "../parsed-story.ts";
import { isBefore } from "../time/compare-moments.ts";
import { readMoment } from "../time/read-moment.ts";
import { embargoEndOf } from "./embargo-end.ts";
import type { WireOrder } from "./wire-order.ts";

/** An order and its place in the input. */
export interface PlacedOrder extends WireOrder {
  /** For readers: `line 3`, or the path of an element. */
  readonly place: string;
  /** In inputs made of lines of text, counted from 1. */
  readonly line?: number;
}

/** The combined result of all orders on one story. */
export interface SettledOrders<Order> {
  /** Absent if no order affects publication or carries a note for editors. */
  readonly control: WireControl | undefined;
  /** The orders that decided. */
  readonly decidedBy: { readonly pubStatus?: Order; readonly embargoedUntil?: Order };
  readonly problems: readonly Problem[];
}

/**
 * Combines all orders on one story: the one policy for all formats. Pure.
 *
 * The gravest order wins. An unknown status withholds the story, as does an embargo without a readable end; each adds
 * a problem that quotes the text and its place. Of several ends, the latest counts. A canceled story stays canceled,
 * whatever else the input says.
 */
export function settleOrders<Order extends PlacedOrder>(orders: readonly Order[]): SettledOrders<Order> {
  const first = (kind: Order["kind"]): Order | undefined => orders.find((order) => order.kind === kind);
  const canceled = first("canceled");
  const unknown = orders.filter(({ kind }) => kind === "unknown");
  const embargo = first("embargoed");
  const end = latestEnd(orders);
  const endless = end === undefined ? embargo : undefined;
  const held = first("withheld") ?? unknown[0] ?? endless;
  const decisive = canceled ?? held ?? first("usable") ?? end?.order;
  const pubStatus = canceled ? "canceled" : held ? "withheld" : decisive ? "usable" : undefined;
  const note = [...new Set(orders.flatMap((order) => order.note ?? []))].join("\n");
  const control: WireControl = {
    ...(pubStatus === undefined ? {} : { pubStatus }),
    ...(end === undefined ? {} : { embargoedUntil: end.iso }),
    ...(note === "" ? {} : { note }),
  };
  return {
    control: Object.keys(control).length === 0 ? undefined : control,
    decidedBy: {
      ...(decisive === undefined ? {} : { pubStatus: decisive }),
      ...(end === undefined ? {} : { embargoedUntil: end.order }),
    },
    problems: [
      ...unknown.map(unknownStatus),
      ...(endless === undefined || canceled !== undefined ? [] : [embargoWithoutEnd(endless)]),
    ],
  };
}

function latestEnd<Order extends PlacedOrder>(
  orders: readonly Order[],
): { readonly iso: string; readonly order: Order } | undefined {
  const ends = orders.flatMap((order) => {
    const iso =
      order.kind === "embargoed" && order.until !== undefined ? embargoEndOf(order.until) : undefined;
    return iso === undefined ? [] : [{ iso, order }];
  });
  return ends.reduce<(typeof ends)[number] | undefined>(
    (last, end) => (last === undefined || isLater(end.iso, last.iso) ? end : last),
    undefined,
  );
}

const isLater = (iso: string, other: string): boolean => {
  const [moment, earlier] = [readMoment(iso), readMoment(other)];
  return moment !== undefined && earlier !== undefined && isBefore(earlier, moment);
};

function unknownStatus({ printed, place, line }: PlacedOrder): Problem {
  const message = `Cannot read the status ${quoted(printed)} at ${place}: its meaning is unknown, so the story is withheld`;
  return toProblem("unknown-status", message, aboutOf("pubStatus", line));
}

function embargoWithoutEnd({ printed, until = printed, place, line }: PlacedOrder): Problem {
  const what = `Cannot tell when the embargo ${quoted(until)} at ${place} ends`;
  const message = `${what}: it gives no date and time with a time zone, so the story is withheld`;
  return toProblem("embargo-without-end", message, aboutOf("embargoedUntil", line));
}

const aboutOf = (path: string, line: number | undefined): ProblemSubject => ({
  path,
  ...(line === undefined ? {} : { line }),
});

const quoted = (text: string): string => `"${text.replace(/\s+/gu, " ").slice(0, 80)}"`;
