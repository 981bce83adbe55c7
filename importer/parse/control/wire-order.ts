/** What a wire may order of a story, the gravest first. */
export const orderKinds = ["canceled", "withheld", "embargoed", "corrected", "updated", "usable"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** An order on the fate of a story: a status, a signal, or a line of its text. */
export interface WireOrder {
  /** `unknown`: it stands where a status stands, and nobody knows what it means. */
  readonly kind: OrderKind | "unknown";
  /** The code or the words that say so. */
  readonly printed: string;
  /** When an embargo ends, as printed. */
  readonly until?: string;
  /** What editors should read of it. */
  readonly note?: string;
}

/** Whether an order keeps a story from readers: what is unknown may. Pure. */
export const isGrave = (kind: WireOrder["kind"]): boolean =>
  kind === "canceled" || kind === "withheld" || kind === "embargoed" || kind === "unknown";
