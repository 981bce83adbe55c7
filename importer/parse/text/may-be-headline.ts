import { isProse } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";

/** Whether a line is long enough to be a headline, and is no paragraph. Pure. */
export const mayBeHeadline = (line: ObservedLine | undefined): boolean =>
  line !== undefined && line.length >= 15 && !isProse(line);
