import type { Line } from "./lines.ts";

/** Whether a line is the next one in the input below another, which may have been wrapped. Pure. */
export const isRightBelow = (line: Line, above: Line | undefined): boolean =>
  above !== undefined && line.number === (above.pieces?.at(-1) ?? above).number + 1;
