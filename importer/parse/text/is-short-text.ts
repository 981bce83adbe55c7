import { isProse } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";

/** Whether a line is short enough for a caption, and no paragraph. Pure. */
export const isShortText = (line: ObservedLine): boolean => line.length <= 220 && !isProse(line);
