/** The orders a wire may give on a story, gravest first. */
export const orderKinds = ["canceled", "withheld", "embargoed", "corrected", "updated", "usable"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** An order that affects the publication of a story: a status, a signal, or a line of its text. */
export interface WireOrder {
  /** `unknown`: found where a status belongs, but with an unknown meaning. */
  readonly kind: OrderKind | "unknown";
  /** The code or words of the order. */
  readonly printed: string;
  /** When an embargo ends, as printed. */
  readonly until?: string;
  /** Text that editors should read. */
  readonly note?: string;
}

/** Whether an order withholds a story from readers; an unknown order may. Pure. */
export const isGrave = (kind: WireOrder["kind"]): boolean =>
  kind === "canceled" || kind === "withheld" || kind === "embargoed" || kind === "unknown";
