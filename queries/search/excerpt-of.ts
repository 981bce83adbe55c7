import { markText, type MarkedRange } from "./mark-text.ts";
import type { SearchedPhrase } from "./searched-phrases.ts";

/** A text with what was searched for in it. Whoever shows it puts a mark around each range: it is text, never markup. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly MarkedRange[];
}

/** How much stands before the first word found, and how long an excerpt is, in UTF-16 units. */
const before = 80;
const longest = 280;

/**
 * The passage of a text around the first word of a search, cut between words, with "…" where it was cut. The beginning of
 * the text if nothing is found in it.
 */
export function excerptOf(text: string, phrases: readonly SearchedPhrase[]): MarkedText {
  const [first] = markText(text, phrases);
  const start = first && first.start > before ? wordAfter(text, first.start - before) : 0;
  const end = text.length - start > longest ? wordBefore(text, start + longest) : text.length;
  const shown = `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
  return { text: shown, marks: markText(shown, phrases) };
}

function wordAfter(text: string, from: number): number {
  const space = text.slice(from, from + before).search(/\s/);
  return space === -1 ? from : from + space + 1;
}

function wordBefore(text: string, to: number): number {
  const space = /\s\S*$/u.exec(text.slice(0, to));
  return space && to - space.index < before ? space.index : to;
}
