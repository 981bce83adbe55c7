import type { ParsedSpan } from "./parsed-story.ts";

/** Whether two stretches of text are marked alike, so that they are one. Pure. */
export const sameMarks = (a: Omit<ParsedSpan, "text">, b: Omit<ParsedSpan, "text">): boolean =>
  a.strong === b.strong && a.em === b.em && a.sub === b.sub && a.sup === b.sup && a.href === b.href;
