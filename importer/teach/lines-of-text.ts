import { decodeLeftover } from "../parse/cleaning/decode-leftover.ts";
import { type Line, groupLines } from "../parse/text/lines.ts";

/** The lines of a plain text as the reader sees them, by their numbers in it. Pure. */
export const linesOfText = (text: string): Line[] => groupLines(decodeLeftover(text)(text)).flat();
