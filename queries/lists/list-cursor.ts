import { z } from "zod";
import { sortTime } from "../readable-articles.ts";

/** Where a page of a list begins: behind a row, or before it. */
export interface ListCursor {
  readonly direction: "older" | "newer";
  /** The `sortTime` of the row. */
  readonly time: string;
  readonly id: string;
}

/** Neither times nor ids have this sign in them, and addresses need not escape it. */
const separator = "~";

/** A cursor as a text for an address: `older~2016-11-19T12:00:00Z~article-harbour`. */
export const writeCursor = ({ direction, time, id }: ListCursor): string =>
  [direction, time, id].join(separator);

const cursorText = /^(older|newer)~([^~]+)~([^~]+)$/;

/** A cursor out of an address. Undefined for a text that is none: whoever follows a broken link gets the first page. */
export function readCursor(text: string): ListCursor | undefined {
  const [, direction, time = "", id = ""] = cursorText.exec(text) ?? [];
  return direction === "older" || direction === "newer" ? { direction, time, id } : undefined;
}

/** What a list query takes of a cursor. A list begins before all times, and behind no id. */
export const olderThan = {
  afterTime: z.string().min(1).default("9999"),
  afterId: z.string().default(""),
};

/**
 * GROQ filter of what stands behind a row, for {@link olderThan}. The bound stands by itself, so that a lake begins at that place
 * of an index and reads nothing before it.
 */
export const isBehind = /* groq */ `${sortTime} <= $afterTime && (${sortTime} < $afterTime || _id > $afterId)`;
