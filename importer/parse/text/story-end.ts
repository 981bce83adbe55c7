import type { ObservedLine } from "./observe-lines.ts";

/**
 * What a line below the head looks like, whatever its words: running text; a few words that are no sentence, as titles,
 * headings and buttons are; a date or a time; a line that is known to be of the page; or anything else, such as a
 * caption with its credit, an item of a list or an author.
 */
export type Flow = "text" | "short" | "time" | "page" | "other";

/** A line below the head, with what it looks like. */
export interface FlowLine {
  readonly line: ObservedLine;
  readonly flow: Flow;
}

/** Several lines in a row that are no text: a menu, buttons, titles of other stories with their dates. */
export interface ShortRun {
  readonly lines: readonly FlowLine[];
  /**
   * Whether they are of the page for certain, since a date, a time, "Read also", several lines that pages have or one
   * that stands elsewhere too are among them, or their frame names them; or perhaps, since nothing else tells.
   */
  readonly kind: "proven" | "likely";
  /** The last of them, if it may be the heading of the text below instead. */
  readonly heading: FlowLine | undefined;
}

/** Where a story ends. */
export interface StoryEnd {
  /** The line after the last one that is certainly text. */
  readonly end: number;
  /** The line that says that the story ends, and the name of how it does. */
  readonly closing: { readonly line: ObservedLine; readonly name: string } | undefined;
  /** Runs of short lines from the beginning of the text to the end of the page; none where there is hardly any text. */
  readonly runs: readonly ShortRun[];
  /** Whether teasers of other stories come right after the text. */
  readonly hasTeasers: boolean;
}
